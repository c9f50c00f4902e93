package dev.hindsight.sample;

import java.util.List;

/** Something that a seller offers, known by its stock-keeping unit. */
record Article(String sku, Category category, long priceCents, double popularity) {

  /** Pieces of an article in one order line. */
  static final Mix<Integer> QUANTITIES = Mix.of(List.of(1, 2, 3), pieces -> pieces == 1 ? 18 : 1);

  /** The rate of a cause over all lines of this article, in an ordinary week. */
  double rate(Cause cause) {
    double bandFactor =
        QUANTITIES.mean(pieces -> PriceBand.of(pieces * priceCents).rateFactor(cause));
    return cause.baseRate() * category.rateFactor(cause) * bandFactor;
  }
}
