package dev.hindsight.reports.wording;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormatsTest {
  private final Formats english = Formats.of(Locale.ENGLISH, "Europe/Rome");

  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource({
    "0.04, 0",
    "0.05, 0.1",
    "1.0, 1",
    "2.94, 2.9",
    "2.95, 3",
    "12.5, 13",
    "1200.4, '1,200'"
  })
  void smallExpectationsHaveOneDecimal(double expected, String words) {
    assertThat(english.expected(expected)).isEqualTo(words);
  }

  @ParameterizedTest(name = "{0} {1} is {2}")
  @CsvSource({
    "1240.5000, EUR, 'EUR\u00a01,240.50'",
    "980.0000, JPY, JPY\u00a0980",
    "12.3450, KWD, KWD\u00a012.345",
    "5.0000, doubloons, doubloons\u00a05.00"
  })
  void moneyHasTheDecimalsOfItsCurrency(BigDecimal amount, String currency, String words) {
    assertThat(english.money(amount, currency)).isEqualTo(words);
  }
}
