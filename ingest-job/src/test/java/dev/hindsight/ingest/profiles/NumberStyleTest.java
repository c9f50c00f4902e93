package dev.hindsight.ingest.profiles;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumberStyleTest {

  @ParameterizedTest(name = "{1} as {0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          1234.50    | 1234.50      | 1234.5
          1234.50    | 12           | 12
          1234.50    | -3.00        | -3
          1,234.50   | 1,234,567.8  | 1234567.8
          1,234.50   | 1234.5       | 1234.5
          1.234,50   | 1.234,50     | 1234.5
          1.234,50   | 0,05         | 0.05
          '1 234,50' | '12 345,60'  | 12345.6
          1'234.50   | 1'234.50     | 1234.5
          1234,50    | 99,90        | 99.9
          $1,234.50  | $1,234.50    | 1234.5
          $1,234.50  | 20.10        | 20.1
          $1,234.50  | -$5          | -5
          1.234,50 € | 7,00 €       | 7
          1.234,50 € | 7,00€        | 7
          """)
  void numbersAreReadAsTheProfileShowsThem(String example, String text, String number) {
    NumberStyle style = NumberStyle.of(example).orElseThrow();

    assertThat(NumberStyle.plain(Objects.requireNonNull(style.number(text)))).isEqualTo(number);
  }

  @ParameterizedTest(name = "{1} as {0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          1234.50   | 1,234.50
          1234.50   | 12,5
          1234.50   | $5
          1234.50   | 1e3
          1234.50   | 5.
          1,234.50  | 1,23
          1,234.50  | 12,34,567.00
          1,234.50  | 1.234,50
          1.234,50  | 1,234.50
          $1,234.50 | €5.00
          1234,50   | 99.90
          """)
  void nothingIsGuessed(String example, String text) {
    assertThat(NumberStyle.of(example).orElseThrow().number(text)).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"plain", "1234", "12.50", "1.234.50", "1,234,50", ""})
  void otherExamplesShowNoStyle(String example) {
    assertThat(NumberStyle.of(example)).isEmpty();
  }
}
