package dev.hindsight.nightly.retention;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hindsight.datasets.lake.VersionName;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RetentionTest {
  private static final LocalDate LAST = LocalDate.of(2026, 6, 20);
  private static final Instant NOW = made(LAST).plus(Duration.ofHours(1));

  @Test
  void theNewestNightsAreKeptAndTheOneThatTheOldestIsComparedWith() {
    assertThat(removable(new Retention(3, 0, Duration.ZERO), nights(6)))
        .containsExactly("2026-06-15.1", "2026-06-16.1");
  }

  @Test
  void withZeroNightsEveryVersionIsKept() {
    assertThat(removable(Retention.ALL, nights(200))).isEmpty();
  }

  @Test
  void monthEndsAreKeptWithTheVersionBeforeThem() {
    List<String> removed = removable(new Retention(5, 3, Duration.ZERO), nights(80));

    assertThat(removed)
        .contains("2026-06-01.1", "2026-05-29.1", "2026-04-28.1")
        .doesNotContain(
            "2026-05-31.1", "2026-05-30.1", "2026-04-30.1", "2026-04-29.1", "2026-06-15.1");
    assertThat(removed).hasSize(80 - 6 - 4);
  }

  @Test
  void theLastDateOfAMonthThatMissesItsEndStandsForIt() {
    List<KeptVersion> versions =
        List.of(
            version(LocalDate.of(2026, 4, 27), 1, null),
            version(LocalDate.of(2026, 4, 28), 1, null),
            version(LAST.minusDays(1), 1, null),
            version(LAST, 1, null));

    assertThat(removable(new Retention(1, 2, Duration.ZERO), versions)).isEmpty();
    assertThat(removable(new Retention(1, 1, Duration.ZERO), versions))
        .containsExactly("2026-04-27.1", "2026-04-28.1");
  }

  @Test
  void ofADateTheNewestVersionIsKeptAndWhatItIsComparedWith() {
    List<KeptVersion> versions = new ArrayList<>(nights(1));
    versions.add(version(LAST, 2, name(LAST, 1)));
    versions.add(version(LAST, 3, name(LAST, 2)));

    assertThat(removable(new Retention(1, 0, Duration.ZERO), versions))
        .containsExactly("2026-06-20.1");
  }

  @Test
  void aVersionThatWasCurrentLatelyIsKept() {
    assertThat(removable(new Retention(1, 0, Duration.ofHours(24)), nights(6)))
        .containsExactly("2026-06-15.1", "2026-06-16.1", "2026-06-17.1");
    assertThat(removable(new Retention(1, 0, Duration.ofHours(49)), nights(6)))
        .containsExactly("2026-06-15.1", "2026-06-16.1");
  }

  @Test
  void aYoungVersionOfAnOldDateIsKept() {
    List<KeptVersion> versions = new ArrayList<>(nights(3));
    VersionName backFilled = name(LAST.minusDays(90), 1);
    versions.add(new KeptVersion(backFilled, NOW.minus(Duration.ofHours(2)), null));

    assertThat(removable(new Retention(3, 0, Duration.ofHours(3)), versions)).isEmpty();
    assertThat(removable(new Retention(2, 0, Duration.ofHours(1)), versions))
        .containsExactly(backFilled.toString());
  }

  @Test
  void theCurrentVersionIsKeptWhateverIsNewer() {
    List<KeptVersion> versions = nights(4);

    assertThat(
            new Retention(1, 0, Duration.ZERO).removable(versions, name(LAST.minusDays(3), 1), NOW))
        .containsExactly(name(LAST.minusDays(2), 1));
  }

  private static List<String> removable(Retention retention, List<KeptVersion> versions) {
    return retention
        .removable(versions, name(LAST, versions.get(versions.size() - 1).name().number()), NOW)
        .stream()
        .map(VersionName::toString)
        .toList();
  }

  /** A version a night, each compared with the one before. */
  private static List<KeptVersion> nights(int count) {
    List<KeptVersion> versions = new ArrayList<>();
    for (int age = count - 1; age >= 0; age--) {
      LocalDate date = LAST.minusDays(age);
      versions.add(version(date, 1, name(date.minusDays(1), 1)));
    }
    return versions;
  }

  private static KeptVersion version(LocalDate date, int number, @Nullable VersionName before) {
    return new KeptVersion(name(date, number), made(date), before);
  }

  private static VersionName name(LocalDate date, int number) {
    return new VersionName(date, number);
  }

  /** The morning after. */
  private static Instant made(LocalDate date) {
    return date.plusDays(1).atTime(2, 0).toInstant(ZoneOffset.UTC);
  }
}
