package dev.hindsight.analytics.truth.market;

/**
 * A value of a dimension that carries an excess; dimensions as the mart {@code drivers} names them.
 */
public record CarryingValue(String dimension, String value) {
  public static final CarryingValue NONE = new CarryingValue("NONE", "");

  static final String SKU = "SKU";
  static final String CARRIER = "CARRIER";
  static final String SHIP_REGION = "SHIP_REGION";
  static final String SERVICE_LEVEL = "SERVICE_LEVEL";

  public boolean isNone() {
    return equals(NONE);
  }

  boolean matches(Article article, Way way) {
    return switch (dimension) {
      case SKU -> article.sku().equals(value);
      case CARRIER -> way.carrier().name().equals(value);
      case SHIP_REGION -> way.region().name().equals(value);
      case SERVICE_LEVEL -> way.service().code().equals(value);
      default -> false;
    };
  }
}
