package dev.hindsight.analytics.truth.market;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Makes the sellers of a market: many small, some large, some with a problem. */
final class Sellers {
  private static final double DAILY_LINES = 6.7;
  private static final double SIZE_SIGMA = 1.2;
  private static final int MOST_CATEGORIES = 3;
  private static final double FULFILLED_SELLER_SHARE = 0.3;

  /** Sellers with fewer lines a day have no problem that anybody could find. */
  private static final double FEWEST_LINES_OF_PLANTED = 8;

  private static final double EVENLY_SPREAD_SHARE = 0.25;

  private final Conditions conditions;
  private final Draws draws;

  Sellers(Conditions conditions, Draws draws) {
    this.conditions = conditions;
    this.draws = draws;
  }

  List<Seller> of(int count) {
    List<Seller> sellers = new ArrayList<>();
    for (int number = 1; number <= count; number++) {
      sellers.add(seller(number));
    }
    List<Integer> candidates = candidates(sellers);
    for (int planted = 0; planted < conditions.plantedCount() && !candidates.isEmpty(); planted++) {
      int place = candidates.remove(draws.index(candidates.size()));
      Seller seller = sellers.get(place);
      sellers.set(place, seller.with(problem(seller)));
    }
    return sellers;
  }

  private Seller seller(int number) {
    // The median for which the mean is DAILY_LINES.
    double median = DAILY_LINES * Math.exp(-SIZE_SIGMA * SIZE_SIGMA / 2);
    Map<Complaint, Double> spread = new EnumMap<>(Complaint.class);
    for (Complaint complaint : Complaint.values()) {
      spread.put(complaint, draws.gammaOfMeanOne(conditions.spreadShape()));
    }
    return new Seller(
        String.format(Locale.ROOT, "s-%04d", number),
        draws.around(median, SIZE_SIGMA),
        Seller.Lifecycle.of(number),
        articles(number),
        draws.chance(FULFILLED_SELLER_SHARE) ? draws.between(0.3, 0.9) : 0,
        spread,
        null);
  }

  private List<Article> articles(int number) {
    int firstCategory = draws.index(Article.CATEGORIES);
    int categories = 1 + draws.index(MOST_CATEGORIES);
    double priceLevel = draws.around(Article.MEDIAN_PRICE, 0.3);
    int count = 5 + draws.index(20);
    List<Article> articles = new ArrayList<>();
    for (int rank = 1; rank <= count; rank++) {
      articles.add(
          new Article(
              String.format(Locale.ROOT, "%d-%02d", number, rank),
              (firstCategory + 3 * draws.index(categories)) % Article.CATEGORIES,
              Math.round(draws.around(priceLevel, 0.5)) + 0.9,
              1.0 / rank));
    }
    return articles;
  }

  private static List<Integer> candidates(List<Seller> sellers) {
    List<Integer> candidates = new ArrayList<>();
    for (int place = 0; place < sellers.size(); place++) {
      Seller seller = sellers.get(place);
      if (seller.dailyLines() >= FEWEST_LINES_OF_PLANTED
          && seller.lifecycle() != Seller.Lifecycle.STOPPED) {
        candidates.add(place);
      }
    }
    return candidates;
  }

  private Problem problem(Seller seller) {
    Complaint complaint = draws.one(List.of(Complaint.values()));
    double multiplier =
        draws.between(conditions.lowestMultiplier(), conditions.highestMultiplier());
    if (draws.chance(EVENLY_SPREAD_SHARE)) {
      return new Problem(complaint, multiplier, CarryingValue.NONE, 0, 1);
    }
    double share = draws.chance(0.5) ? 1 : 0.5;
    return switch (complaint) {
      case LATE_DELIVERY, ITEM_NOT_RECEIVED ->
          switch (draws.index(3)) {
            case 0 -> ofCarrier(complaint, multiplier, share);
            case 1 -> ofRegion(complaint, multiplier, share);
            default -> ofService(complaint, multiplier, share);
          };
      case DAMAGED_IN_TRANSIT ->
          draws.chance(0.5)
              ? ofCarrier(complaint, multiplier, share)
              : ofArticle(seller, complaint, multiplier, share);
      default -> ofArticle(seller, complaint, multiplier, share);
    };
  }

  private Problem ofCarrier(Complaint complaint, double multiplier, double share) {
    Way.Carrier carrier = draws.one(Way.Carrier.ALL);
    CarryingValue driver = new CarryingValue(CarryingValue.CARRIER, carrier.name());
    return new Problem(complaint, multiplier, driver, share, carrier.shareOf(complaint));
  }

  private Problem ofRegion(Complaint complaint, double multiplier, double share) {
    Way.Region region = draws.one(Way.Region.ALL);
    CarryingValue driver = new CarryingValue(CarryingValue.SHIP_REGION, region.name());
    return new Problem(complaint, multiplier, driver, share, region.shareOf(complaint));
  }

  private static Problem ofService(Complaint complaint, double multiplier, double share) {
    Way.Service service = Way.Service.EXPRESS;
    CarryingValue driver = new CarryingValue(CarryingValue.SERVICE_LEVEL, service.code());
    return new Problem(complaint, multiplier, driver, share, service.shareOf(complaint));
  }

  /** One of the two that sell best. */
  private Problem ofArticle(Seller seller, Complaint complaint, double multiplier, double share) {
    Article article = seller.articles().get(draws.index(2));
    CarryingValue driver = new CarryingValue(CarryingValue.SKU, article.sku());
    return new Problem(complaint, multiplier, driver, share, seller.shareOf(article, complaint));
  }
}
