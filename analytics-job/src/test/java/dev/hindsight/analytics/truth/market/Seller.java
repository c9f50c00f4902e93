package dev.hindsight.analytics.truth.market;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A seller of a market, as only its maker knows it.
 *
 * @param dailyLines order lines of an ordinary day
 * @param marketplaceShare the share of orders that the marketplace ships; it changes no rate
 * @param spread by how much the rate of a complaint differs from an average seller's
 */
record Seller(
    String id,
    double dailyLines,
    Lifecycle lifecycle,
    List<Article> articles,
    double marketplaceShare,
    Map<Complaint, Double> spread,
    @Nullable Problem problem) {

  Seller with(Problem planted) {
    return new Seller(id, dailyLines, lifecycle, articles, marketplaceShare, spread, planted);
  }

  Article drawnArticle(Draws draws) {
    return draws.weighted(articles, Article::popularity);
  }

  /** The probability that a line is disputed for it, but for the season. */
  double rate(Complaint complaint, Article article, Way way) {
    double own = problem == null ? 1 : problem.factor(complaint, article, way);
    return article.rate(complaint)
        * way.factor(complaint)
        * spread.getOrDefault(complaint, 1.0)
        * own;
  }

  /** The share of such complaints that an article would have without a problem. */
  double shareOf(Article article, Complaint complaint) {
    double all =
        articles.stream().mapToDouble(each -> each.popularity() * each.rate(complaint)).sum();
    return article.popularity() * article.rate(complaint) / all;
  }

  /** How trade changes over the days of the market, of which a part has gone by. */
  enum Lifecycle {
    STEADY,
    GROWING,
    NEW,
    STOPPED;

    private static final double START_OF_NEW = 0.72;
    private static final double END_OF_STOPPED = 0.66;

    double trade(double elapsed) {
      return switch (this) {
        case STEADY -> 1;
        case GROWING -> 0.5 + elapsed;
        case NEW -> elapsed < START_OF_NEW ? 0 : 1;
        case STOPPED -> elapsed < END_OF_STOPPED ? 1 : 0;
      };
    }

    /** Of every sixteen sellers one is new, one has stopped, three grow. */
    static Lifecycle of(int number) {
      return switch (number % 16) {
        case 5 -> NEW;
        case 12 -> STOPPED;
        case 3, 8, 14 -> GROWING;
        default -> STEADY;
      };
    }
  }
}
