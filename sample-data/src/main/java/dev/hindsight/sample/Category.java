package dev.hindsight.sample;

import static dev.hindsight.sample.Cause.CHANGED_MIND;
import static dev.hindsight.sample.Cause.COUNTERFEIT;
import static dev.hindsight.sample.Cause.DAMAGED_IN_TRANSIT;
import static dev.hindsight.sample.Cause.DEFECTIVE;
import static dev.hindsight.sample.Cause.ITEM_NOT_RECEIVED;
import static dev.hindsight.sample.Cause.MISSING_PARTS;
import static dev.hindsight.sample.Cause.NOT_AS_DESCRIBED;
import static dev.hindsight.sample.Cause.OUT_OF_STOCK;
import static dev.hindsight.sample.Cause.UNAUTHORISED;
import static dev.hindsight.sample.Cause.WRONG_ITEM;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What is sold: its price level, and the causes that it attracts more or less than others. */
@SuppressWarnings("ImmutableEnumChecker") // Map.of makes maps that never change
enum Category {
  BEAUTY(24, Map.of(COUNTERFEIT, 2.5, DEFECTIVE, 0.5, CHANGED_MIND, 0.6)),
  BOOKS(16, Map.of(NOT_AS_DESCRIBED, 0.6, DEFECTIVE, 0.3, DAMAGED_IN_TRANSIT, 0.8)),
  CLOTHING(38, Map.of(NOT_AS_DESCRIBED, 1.6, CHANGED_MIND, 2.4, DEFECTIVE, 0.6, WRONG_ITEM, 1.6)),
  ELECTRONICS(95, Map.of(DEFECTIVE, 2.2, COUNTERFEIT, 1.8, UNAUTHORISED, 2.0)),
  GARDEN(48, Map.of(DAMAGED_IN_TRANSIT, 1.5, MISSING_PARTS, 1.6, OUT_OF_STOCK, 1.8)),
  HOME_KITCHEN(42, Map.of(DAMAGED_IN_TRANSIT, 1.8, MISSING_PARTS, 1.4)),
  PET_SUPPLIES(22, Map.of(NOT_AS_DESCRIBED, 0.7, OUT_OF_STOCK, 1.6)),
  PHONES(170, Map.of(DEFECTIVE, 1.8, ITEM_NOT_RECEIVED, 1.6, UNAUTHORISED, 3.0)),
  SPORTS(55, Map.of(NOT_AS_DESCRIBED, 1.1, WRONG_ITEM, 1.3)),
  TOYS(27, Map.of(MISSING_PARTS, 2.6, DEFECTIVE, 1.2));

  static final List<Category> ALL = List.of(values());

  private final double medianPrice;
  private final Map<Cause, Double> factors;

  Category(double medianPrice, Map<Cause, Double> factors) {
    this.medianPrice = medianPrice;
    this.factors = factors;
  }

  String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  double medianPrice() {
    return medianPrice;
  }

  double rateFactor(Cause cause) {
    return factors.getOrDefault(cause, 1.0);
  }
}
