package dev.hindsight.analytics.truth.market;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** How a parcel goes. Every seller's mix is alike. */
record Way(Carrier carrier, Region region, Service service, boolean isByMarketplace) {

  static Way drawn(double marketplaceShare, Draws draws) {
    return new Way(
        draws.weighted(Carrier.ALL, carrier -> carrier.share),
        draws.weighted(Region.ALL, region -> region.share),
        draws.weighted(Service.ALL, service -> service.share),
        draws.chance(marketplaceShare));
  }

  /** How many times as often as on average there is such a complaint of such a parcel. */
  double factor(Complaint complaint) {
    return carrier.factor(complaint) * region.factor(complaint) * service.factor(complaint);
  }

  /** Who carries it. */
  enum Carrier {
    NORTHPOST(0.30, 1.0),
    PARCELWAY(0.24, 0.9),
    SWIFTLINE(0.18, 0.7),
    BLUEVAN(0.16, 1.5),
    TIDEWATER(0.12, 1.2);

    static final List<Carrier> ALL = List.of(values());
    private static final double MEAN = mean(ALL, each -> each.share, each -> each.trouble);

    private final double share;
    private final double trouble;

    Carrier(double share, double trouble) {
      this.share = share;
      this.trouble = trouble;
    }

    double factor(Complaint complaint) {
      return complaint.isOfDelivery() ? trouble / MEAN : 1;
    }

    double shareOf(Complaint complaint) {
      return share * factor(complaint);
    }
  }

  /** Where it goes. */
  enum Region {
    DE(0.26, 0.8),
    GB(0.20, 0.9),
    ES(0.18, 1.0),
    FR(0.15, 1.0),
    IT(0.12, 1.3),
    PT(0.09, 1.6);

    static final List<Region> ALL = List.of(values());
    private static final double MEAN = mean(ALL, each -> each.share, each -> each.trouble);

    private final double share;
    private final double trouble;

    Region(double share, double trouble) {
      this.share = share;
      this.trouble = trouble;
    }

    double factor(Complaint complaint) {
      boolean isOfDistance =
          complaint == Complaint.LATE_DELIVERY || complaint == Complaint.ITEM_NOT_RECEIVED;
      return isOfDistance ? trouble / MEAN : 1;
    }

    double shareOf(Complaint complaint) {
      return share * factor(complaint);
    }
  }

  /** How fast it is to be: who pays for speed complains sooner of delay. */
  enum Service {
    STANDARD(0.75, 0.9, 6),
    EXPRESS(0.25, 1.3, 3);

    static final List<Service> ALL = List.of(values());
    private static final double MEAN = mean(ALL, each -> each.share, each -> each.impatience);

    private final double share;
    private final double impatience;
    private final int promisedDays;

    Service(double share, double impatience, int promisedDays) {
      this.share = share;
      this.impatience = impatience;
      this.promisedDays = promisedDays;
    }

    String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    int promisedDays() {
      return promisedDays;
    }

    double factor(Complaint complaint) {
      return complaint == Complaint.LATE_DELIVERY ? impatience / MEAN : 1;
    }

    double shareOf(Complaint complaint) {
      return share * factor(complaint);
    }
  }

  private static <T> double mean(
      List<T> all, ToDoubleFunction<T> share, ToDoubleFunction<T> value) {
    return all.stream()
        .mapToDouble(each -> share.applyAsDouble(each) * value.applyAsDouble(each))
        .sum();
  }
}
