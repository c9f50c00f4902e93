package dev.hindsight.sample;

import java.util.Locale;

/**
 * What carries the excess of a planted problem.
 *
 * @param value the sku, carrier, region or service level; empty where the excess is evenly spread
 * @param excessShare the share of the excess that it carries
 * @param ordinaryShare the share of the seller's disputes of the cause that it would have anyway
 */
record Driver(Dimension dimension, String value, double excessShare, double ordinaryShare) {

  static final Driver NONE = new Driver(Dimension.NONE, "", 0, 1);

  /** A property of order lines that can carry an excess. */
  enum Dimension {
    NONE,
    SKU,
    CARRIER,
    SHIP_REGION,
    SERVICE_LEVEL;

    String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  static Driver sku(Article article, Seller seller, Cause cause) {
    double share = seller.catalogue().shareOfMean(article, each -> each.rate(cause));
    return new Driver(Dimension.SKU, article.sku(), 1, share);
  }

  static Driver carrier(Carrier carrier, Cause cause) {
    double share = Carrier.MIX.shareOfMean(carrier, each -> each.rateFactor(cause));
    return new Driver(Dimension.CARRIER, carrier.label(), 1, share);
  }

  static Driver region(ShipRegion region, Cause cause) {
    double share = ShipRegion.MIX.shareOfMean(region, each -> each.rateFactor(cause));
    return new Driver(Dimension.SHIP_REGION, region.name(), 1, share);
  }

  static Driver level(ServiceLevel level, Cause cause) {
    double share = ServiceLevel.MIX.shareOfMean(level, each -> each.rateFactor(cause));
    return new Driver(Dimension.SERVICE_LEVEL, level.code(), 1, share);
  }

  Driver carryingHalf() {
    return new Driver(dimension, value, 0.5, ordinaryShare);
  }

  boolean matches(OrderLine line) {
    Parcel parcel = line.parcel();
    return switch (dimension) {
      case NONE -> false;
      case SKU -> line.article().sku().equals(value);
      case CARRIER -> parcel.carrier().label().equals(value);
      case SHIP_REGION -> parcel.region().name().equals(value);
      case SERVICE_LEVEL -> parcel.level().code().equals(value);
    };
  }
}
