package dev.hindsight.datasets.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VersionNameTest {
  private static final LocalDate PI_DAY = LocalDate.of(2026, 3, 14);

  @Test
  void aNameIsReadAsItIsWritten() {
    VersionName name = new VersionName(PI_DAY, 12);

    assertThat(name).hasToString("2026-03-14.12");
    assertThat(VersionName.parse("2026-03-14.12")).contains(name);
  }

  @Test
  void aFolderIsReadAsItIsWritten() {
    VersionName name = new VersionName(PI_DAY, 1);

    assertThat(name.folder()).isEqualTo("version=2026-03-14.1");
    assertThat(VersionName.ofFolder("version=2026-03-14.1")).contains(name);
    assertThat(VersionName.ofFolder("2026-03-14.1")).isEmpty();
  }

  @Test
  void aFileOfAMartCarriesTheVersion() {
    assertThat(new VersionName(PI_DAY, 2).fileName("disputes", 0))
        .isEqualTo("disputes-2026-03-14.2-0.parquet");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "2026-03-14",
        "2026-03-14.",
        "2026-03-14.0",
        "2026-03-14.01",
        "2026-03-14.-1",
        "2026-3-14.1",
        "2026-02-30.1",
        "2026-03-14.1234567890",
        "2026-03-14.1 ",
        "x2026-03-14.1",
        "2026-03-14.1/../.."
      })
  void anythingElseIsNoVersion(String text) {
    assertThat(VersionName.parse(text)).isEmpty();
  }

  @Test
  void aLaterDateIsNewerAndThenAHigherNumber() {
    Stream<VersionName> sorted =
        Stream.of("2026-03-14.10", "2026-03-15.1", "2026-03-14.9", "2025-12-31.99")
            .map(name -> VersionName.parse(name).orElseThrow())
            .sorted();

    assertThat(sorted)
        .extracting(VersionName::toString)
        .containsExactly("2025-12-31.99", "2026-03-14.9", "2026-03-14.10", "2026-03-15.1");
  }

  @Test
  void numbersBeginWithOne() {
    assertThatThrownBy(() -> new VersionName(PI_DAY, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Version number 0 of 2026-03-14 is below 1");
  }
}
