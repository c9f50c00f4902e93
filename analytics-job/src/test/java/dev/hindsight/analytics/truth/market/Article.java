package dev.hindsight.analytics.truth.market;

import java.util.List;

/** Something that a seller offers. */
record Article(String sku, int category, double price, double popularity) {
  static final int CATEGORIES = 8;
  static final double MEDIAN_PRICE = 40;

  private static final List<Double> CATEGORY_FACTORS =
      List.of(0.6, 1.4, 0.8, 1.2, 1.0, 0.7, 1.3, 1.0);

  private static final double[] PRICE_EDGES = {10, 25, 50, 100, 250};
  private static final double[] PRICE_FACTORS = {0.8, 0.9, 1.0, 1.1, 1.2, 1.3};

  /** The rate of a complaint in an ordinary week. */
  double rate(Complaint complaint) {
    int shifted = (category + 3 * complaint.ordinal()) % CATEGORIES;
    return complaint.rate() * CATEGORY_FACTORS.get(shifted) * priceFactor();
  }

  /** Dear things are complained of more often. */
  private double priceFactor() {
    int band = 0;
    while (band < PRICE_EDGES.length && price >= PRICE_EDGES[band]) {
      band++;
    }
    return PRICE_FACTORS[band];
  }
}
