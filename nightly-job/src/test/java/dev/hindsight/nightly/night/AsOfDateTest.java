package dev.hindsight.nightly.night;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.hindsight.datasets.lake.LandedFile;
import dev.hindsight.datasets.lake.LandedFiles;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AsOfDateTest {
  /** In Berlin it is the first of July already. */
  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2026-06-30T22:30:00Z"));

  private static final AsOfDate AS_OF = new AsOfDate(CLOCK);
  private static final Requests REQUESTS = Requests.in(Path.of("/data"));

  @Test
  void isTheAskedOne() {
    LocalDate asked = LocalDate.of(2026, 3, 14);

    assertThat(AS_OF.of(REQUESTS.asOf(asked), landed(file(1, null, "2026-06-20"))))
        .isEqualTo(asked);
  }

  @Test
  void isTheNewestLandedDay() {
    LandedFiles landed =
        landed(
            file(1, null, "2026-06-01", "2026-06-20"), file(2, null, "2026-06-05"), file(3, null));

    assertThat(AS_OF.of(REQUESTS.ordinary(), landed)).isEqualTo("2026-06-20");
  }

  @Test
  void aReplacedFileDoesNotCount() {
    LandedFiles landed = landed(file(1, null, "2026-06-20"), file(2, 1, "2026-06-10"));

    assertThat(AS_OF.of(REQUESTS.ordinary(), landed)).isEqualTo("2026-06-10");
  }

  @ParameterizedTest
  @CsvSource({
    "UTC,           2026-06-28, 2026-06-28",
    "UTC,           2026-06-29, 2026-06-29",
    "UTC,           2026-06-30, 2026-06-29",
    "UTC,           2026-12-31, 2026-06-29",
    "Europe/Berlin, 2026-06-30, 2026-06-30",
    "Europe/Berlin, 2026-07-01, 2026-06-30",
    "America/Lima,  2026-06-30, 2026-06-29",
    "America/Lima,  2026-06-20, 2026-06-19",
    "Europe/Berlin, 2026-06-20, 2026-06-20"
  })
  void isOverInTheReportingTimeZone(String zone, String newest, LocalDate expected) {
    assertThat(AS_OF.of(REQUESTS.inZone(zone), landed(file(1, null, newest)))).isEqualTo(expected);
  }

  @Test
  void thereIsNoneWhenNothingHasLanded() {
    assertThatExceptionOfType(NightException.class)
        .isThrownBy(() -> AS_OF.of(REQUESTS.ordinary(), landed(file(1, null))))
        .withMessage(
            "Lake /data/lake holds no transactions and no dispute events; ingest some first");
  }

  @Test
  void theAskedOneMustBeOver() {
    assertThatCode(() -> REQUESTS.asOf(LocalDate.of(2026, 6, 29)).requireOver(CLOCK))
        .doesNotThrowAnyException();
    assertThatCode(() -> REQUESTS.ordinary().requireOver(CLOCK)).doesNotThrowAnyException();
    assertThatExceptionOfType(NightException.class)
        .isThrownBy(() -> REQUESTS.asOf(LocalDate.of(2026, 6, 30)).requireOver(CLOCK))
        .withMessage("--as-of: 2026-06-30 is not over; the latest possible is 2026-06-29");
  }

  private static LandedFiles landed(LandedFile... files) {
    return new LandedFiles(List.of(files));
  }

  private static LandedFile file(int batch, @Nullable Integer replaces, String... dates) {
    return new LandedFile(
        "transactions",
        batch,
        "transactions.csv",
        "sha-" + batch,
        100,
        dates.length,
        0,
        Arrays.stream(dates).map(LocalDate::parse).toList(),
        CLOCK.instant(),
        replaces,
        null,
        null,
        null,
        null);
  }
}
