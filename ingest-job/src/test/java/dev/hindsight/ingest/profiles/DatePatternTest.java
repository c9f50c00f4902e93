package dev.hindsight.ingest.profiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatePatternTest {

  @ParameterizedTest(name = "{1} as {0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          MM/dd/uuuu                    | 03/31/2024                | 2024-03-31
          dd.MM.yyyy                    | 31.03.2024                | 2024-03-31
          M/d/yy                        | 3/1/24                    | 2024-03-01
          dd-MMM-uuuu                   | 10-Jul-2025               | 2025-07-10
          dd-MMM-uuuu                   | 10-JUL-2025               | 2025-07-10
          dd-MMM-uuuu                   | 10-Sep-2025               | 2025-09-10
          uuuuMMdd                      | 20240331                  | 2024-03-31
          MM/dd/uuuu hh:mm a            | 03/31/2024 02:05 pm       | 2024-03-31 14:05
          uuuu-MM-dd HH:mm:ss[.SSS]     | 2024-03-31 14:05:06       | 2024-03-31 14:05:06
          uuuu-MM-dd HH:mm:ss[.SSS]     | 2024-03-31 14:05:06.123   | 2024-03-31 14:05:06.123
          uuuu/MM/dd HH:mm:ss Z         | 2012/10/09 16:17:06 -0700 | 2012-10-09 16:17:06 -07:00
          uuuu-MM-dd HH:mm:ss[ VV]      | 2024-03-31 14:05:06 UTC   | 2024-03-31 14:05:06 UTC
          iso                           | 2024-03-31T14:05:00+02:00 | 2024-03-31 14:05 +02:00
          iso                           | 2024-03-31T14:05          | 2024-03-31 14:05
          iso                           | 2024-03-31                | 2024-03-31
          epoch-seconds                 | 1234567890                | 2009-02-13 23:31:30 Z
          epoch-milliseconds            | 1234567890123             | 2009-02-13 23:31:30.123 Z
          """)
  void datesAreRead(String word, String text, String expected) {
    assertThat(shown(Objects.requireNonNull(patterns(word).parse(text)))).isEqualTo(expected);
  }

  @ParameterizedTest(name = "{1} as {0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          MM/dd/uuuu          | 02/30/2024
          MM/dd/uuuu          | 31/03/2024
          MM/dd/uuuu          | 3/31/2024
          MM/dd/uuuu          | 03/31/2024 10:00
          uuuu-MM-dd HH:mm:ss | 2024-03-31 25:00:00
          iso                 | 03/31/2024
          iso                 | 2024-02-30
          epoch-seconds       | 2024-03-31
          epoch-seconds       | 1e9
          """)
  void whatIsWrittenOtherwiseIsNoDate(String word, String text) {
    assertThat(patterns(word).parse(text)).isNull();
  }

  @Test
  void theFirstPatternThatFitsCounts() {
    DatePatterns both =
        new DatePatterns(
            List.of("MM/dd/uuuu", "dd/MM/uuuu"),
            List.of(
                DatePattern.named("MM/dd/uuuu").get(0), DatePattern.named("dd/MM/uuuu").get(0)));

    assertThat(shown(Objects.requireNonNull(both.parse("04/03/2024")))).isEqualTo("2024-04-03");
    assertThat(shown(Objects.requireNonNull(both.parse("31/03/2024")))).isEqualTo("2024-03-31");
  }

  @ParameterizedTest
  @ValueSource(strings = {"HH:mm", "mm/dd/yyyy", "MM/yyyy", "quickly", "{"})
  void patternsWithoutADateAreNone(String word) {
    assertThatThrownBy(() -> DatePattern.named(word)).isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @CsvSource({
    "MM/dd/uuuu, true",
    "uuuu-MM-dd HH:mm:ss[ VV], true",
    "uuuu/MM/dd HH:mm:ss Z, false",
    "iso, true",
    "epoch-seconds, false"
  })
  void patternsKnowWhetherTheyCanLackAZone(String word, boolean canLackZone) {
    assertThat(patterns(word).canLackZone()).isEqualTo(canLackZone);
  }

  private static DatePatterns patterns(String word) {
    return new DatePatterns(List.of(word), DatePattern.named(word));
  }

  private static String shown(TemporalAccessor parsed) {
    String date = String.valueOf(parsed.query(TemporalQueries.localDate()));
    Object time = parsed.query(TemporalQueries.localTime());
    Object zone = parsed.query(TemporalQueries.zone());
    return date + (time == null ? "" : " " + time) + (zone == null ? "" : " " + zone);
  }
}
