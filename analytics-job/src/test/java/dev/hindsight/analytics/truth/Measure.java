package dev.hindsight.analytics.truth;

/** Something that is counted in the findings of a market. */
enum Measure {
  FLAGGED_NOT_PLANTED("flagged pairs that are not planted"),
  PLANTED_FLAGGED("planted pairs of 30 or more expected that are flagged"),
  MARKETS_WITH_FLAGS("markets with a flag"),
  FLAGS_PER_MARKET("flags a market"),
  RATED_HIGH_OR_ABOVE("rated sellers that are `HIGH` or above"),
  RATED_VERY_HIGH("rated sellers that are `VERY_HIGH`"),
  DRIVER_OF_ALL_FIRST("flagged pairs whose driver carries all: it is first"),
  DRIVER_OF_HALF_FIRST("flagged pairs whose driver carries half: it is first"),
  DRIVER_NAMED_WHERE_NONE_IS("flagged pairs without a driver: one is named");

  private final String text;

  Measure(String text) {
    this.text = text;
  }

  String text() {
    return text;
  }

  boolean isPercentage() {
    return this != FLAGS_PER_MARKET;
  }
}
