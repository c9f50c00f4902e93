package dev.hindsight.sample;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/** Makes the sellers of a marketplace: a few are large, many small, some have hardly an order. */
final class Sellers {
  /** Order lines per seller and day in a marketplace of {@link #USUAL_COUNT} sellers. */
  private static final double USUAL_DAILY_LINES = 3;

  private static final int USUAL_COUNT = 64;

  /** Buyers go where many sellers are: each seller of a larger marketplace sells more. */
  private static final double NETWORK_EXPONENT = 0.45;

  private static final double FEWEST_DAILY_LINES = 0.5;
  private static final double SIZE_EXPONENT = 2;

  /** How far from the pole the largest seller is, among {@link #USUAL_COUNT}. */
  private static final double SIZE_SHIFT = 6;

  private static final double HOBBY_SHARE = 0.15;
  private static final double HOBBY_SIZE = 0.15;
  private static final double FULFILLED_SELLER_SHARE = 0.3;

  private final SampleRequest request;
  private final MarketConditions conditions;

  private Sellers(SampleRequest request, MarketConditions conditions) {
    this.request = request;
    this.conditions = conditions;
  }

  /** All sellers, by number, with their problems planted. */
  static List<Seller> of(SampleRequest request, MarketConditions conditions) {
    List<Seller> sellers = new Sellers(request, conditions).all();
    return new ProblemPlanting(request, conditions).plantedIn(sellers);
  }

  private List<Seller> all() {
    List<Integer> ranks = ranks();
    double[] weights = ranks.stream().mapToDouble(this::weight).toArray();
    double total = IntStream.range(0, weights.length).mapToDouble(i -> weights[i]).sum();
    double dailyLines = request.sellerCount() * dailyLinesPerSeller();
    List<Seller> sellers = new ArrayList<>(weights.length);
    for (int i = 0; i < weights.length; i++) {
      sellers.add(seller(i + 1, dailyLines * weights[i] / total));
    }
    return sellers;
  }

  /** A shuffle, so that a seller's number says nothing about its size. */
  private List<Integer> ranks() {
    Draws draws = Draws.of(request.seed(), Draws.Stream.RANKS);
    List<Integer> ranks =
        new ArrayList<>(IntStream.rangeClosed(1, request.sellerCount()).boxed().toList());
    for (int i = ranks.size() - 1; i > 0; i--) {
      Collections.swap(ranks, i, draws.index(i + 1));
    }
    return ranks;
  }

  private double weight(int rank) {
    boolean hobby = rank > request.sellerCount() * (1 - HOBBY_SHARE);
    return StrictMath.pow(rank + SIZE_SHIFT * size(), -SIZE_EXPONENT) * (hobby ? HOBBY_SIZE : 1);
  }

  private double dailyLinesPerSeller() {
    double lines = USUAL_DAILY_LINES * StrictMath.pow(size(), NETWORK_EXPONENT);
    return Math.max(FEWEST_DAILY_LINES, lines);
  }

  private double size() {
    return (double) request.sellerCount() / USUAL_COUNT;
  }

  private Seller seller(int number, double dailyLines) {
    Draws draws = Draws.of(request.seed(), Draws.Stream.SELLER, number);
    return new Seller(
        number,
        String.format(Locale.ROOT, "s-%03d", number),
        SellerProfiles.of(number, draws),
        Conduct.drawnBy(draws),
        Catalogues.of(number, dailyLines, draws),
        new Seller.Trade(dailyLines, Lifecycle.of(number), marketplaceShare(draws)),
        spread(draws),
        null);
  }

  private static double marketplaceShare(Draws draws) {
    return draws.chance(FULFILLED_SELLER_SHARE) ? draws.between(0.3, 0.9) : 0;
  }

  private Map<Cause, Double> spread(Draws draws) {
    Map<Cause, Double> spread = new EnumMap<>(Cause.class);
    for (Cause cause : Cause.values()) {
      spread.put(cause, draws.gammaOfMeanOne(conditions.spreadShape()));
    }
    return spread;
  }
}
