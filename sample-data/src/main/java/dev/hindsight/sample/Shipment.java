package dev.hindsight.sample;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** When an order was to arrive, when it left and when it came. */
record Shipment(Instant promisedBy, Instant shippedAt, Instant deliveredAt) {
  private static final int PROMISED_HOUR = 20;
  private static final double HOURS_TO_SHIP = 16;
  private static final int SECONDS_PER_DAY = 86_400;
  private static final Duration SHORTEST_WAY = Duration.ofHours(5);

  static Shipment of(Instant orderedAt, Parcel parcel, boolean mustBeLate, Draws draws) {
    LocalDate promisedDay = day(orderedAt).plusDays(parcel.level().promisedDays());
    Instant promisedBy = promisedDay.atTime(PROMISED_HOUR, 0).toInstant(ZoneOffset.UTC);
    Instant shippedAt =
        orderedAt.plusSeconds((long) (3_600 * Math.min(96, draws.around(HOURS_TO_SHIP, 0.6))));
    Instant deliveredAt = arrival(shippedAt, parcel, draws);
    if (mustBeLate && !deliveredAt.isAfter(promisedBy)) {
      deliveredAt = daytime(promisedDay.plusDays(1 + draws.index(6)), draws);
    }
    return new Shipment(promisedBy, shippedAt, deliveredAt);
  }

  private static Instant arrival(Instant shippedAt, Parcel parcel, Draws draws) {
    double slowness = parcel.carrier().slowness() * parcel.region().slowness();
    double days = draws.around(parcel.level().transitDays() * slowness, 0.35);
    Instant delivered = daytime(day(shippedAt.plusSeconds((long) (SECONDS_PER_DAY * days))), draws);
    return delivered.isBefore(shippedAt.plus(SHORTEST_WAY))
        ? delivered.plusSeconds(SECONDS_PER_DAY)
        : delivered;
  }

  /** Parcels are handed over between 7 and 19 o'clock. */
  private static Instant daytime(LocalDate day, Draws draws) {
    long second = (long) draws.between(7 * 3_600, 19 * 3_600);
    return day.atStartOfDay().toInstant(ZoneOffset.UTC).plusSeconds(second);
  }

  private static LocalDate day(Instant instant) {
    return LocalDate.ofInstant(instant, ZoneOffset.UTC);
  }
}
