package dev.hindsight.sample;

import java.time.LocalDate;
import java.util.Objects;
import java.util.stream.Stream;

/** Which marketplace to make: the same request makes the same files, byte for byte. */
public record SampleRequest(int sellerCount, int days, long seed, LocalDate lastDay) {

  /** The last day where nothing else is asked for. */
  public static final LocalDate DEFAULT_LAST_DAY = LocalDate.of(2026, 6, 30);

  /** The request that made the sample in the repository. */
  public static final SampleRequest COMMITTED = new SampleRequest(64, 181, 50, DEFAULT_LAST_DAY);

  private static final int MOST_SELLERS = 100_000;
  private static final int MOST_DAYS = 3_660;

  public SampleRequest {
    Objects.requireNonNull(lastDay, "lastDay");
    if (sellerCount < 1 || sellerCount > MOST_SELLERS) {
      throw outOfRange("sellers", sellerCount, MOST_SELLERS);
    }
    if (days < 1 || days > MOST_DAYS) {
      throw outOfRange("days", days, MOST_DAYS);
    }
  }

  LocalDate firstDay() {
    return lastDay.minusDays(days - 1L);
  }

  Stream<LocalDate> eachDay() {
    return firstDay().datesUntil(lastDay.plusDays(1));
  }

  private static IllegalArgumentException outOfRange(String what, int value, int most) {
    return new IllegalArgumentException(
        "%s: %d is out of range; choose 1 to %d".formatted(what, value, most));
  }
}
