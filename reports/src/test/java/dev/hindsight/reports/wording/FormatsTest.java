package dev.hindsight.reports.wording;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormatsTest {
  private final Formats english = formats(Locale.UK);

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
    "1240.5000, EUR, '€1,240.50'",
    "980.0000, JPY, JP¥980",
    "5.0000, USD, US$5.00",
    "12.3450, KWD, KWD12.345",
    "5.0000, doubloons, doubloons\u00a05.00"
  })
  void moneyHasTheDecimalsOfItsCurrency(BigDecimal amount, String currency, String words) {
    assertThat(english.money(amount, currency)).isEqualTo(words);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          en-GB | 28 February 2026        | 26 Feb    | 1,240.5 | €1,240.50   | 1.5%
          en-US | February 28, 2026       | Feb 26    | 1,240.5 | €1,240.50   | 1.5%
          de-DE | 28. Februar 2026        | 26. Feb.  | 1.240,5 | 1.240,50 €  | 1,5 %
          de-CH | 28. Februar 2026        | 26. Feb.  | 1’240.5 | EUR 1’240.50 | 1.5%
          pt-BR | 28 de fevereiro de 2026 | 26 de fev. | 1.240,5 | € 1.240,50 | 1,5%
          es-MX | 28 de febrero de 2026   | 26 feb.   | 1,240.5 | EUR1,240.50 | 1.5 %
          """)
  void eachCountryWritesInItsOwnWay(
      String tag, String date, String day, String number, String money, String percent) {
    Formats formats = formats(Locale.forLanguageTag(tag));

    assertThat(formats.date(LocalDate.parse("2026-02-28"))).isEqualTo(date);
    assertThat(formats.day(Instant.parse("2026-02-25T23:30:00Z"))).isEqualTo(day);
    assertThat(plain(formats.money(new BigDecimal("1240.50"), "EUR"))).isEqualTo(money);
    assertThat(plain(formats.percent(0.015, 2))).isEqualTo(percent);
    assertThat(formats.count(1_240)).isEqualTo(number.substring(0, 5));
  }

  private static Formats formats(Locale locale) {
    return Formats.of(Phrases.of(locale), locale, "Europe/Rome");
  }

  private static String plain(String text) {
    return text.replace('\u00a0', ' ');
  }
}
