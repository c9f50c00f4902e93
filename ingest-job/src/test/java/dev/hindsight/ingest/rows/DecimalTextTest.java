package dev.hindsight.ingest.rows;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DecimalTextTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0",
        "12",
        "12.50",
        "-3.1",
        "007.10",
        "0.0001",
        "99999999999999.9999",
        "123456789012345678901234567890.12"
      })
  void decimalsAreReadExactly(String text) {
    assertThat(DecimalText.parse(text)).isEqualTo(new BigDecimal(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", "-", ".", "12,50", "1.2.3", ".5", "5.", "+5", "1e3", "1 000", "\u0661", "NaN", "1.50\n"
      })
  void whatIsNoDecimalIsNotRead(String text) {
    assertThat(DecimalText.parse(text)).isNull();
    assertThat(units(text, 4)).isEqualTo(DecimalText.UNUSUAL);
  }

  @ParameterizedTest(name = "{0} with {1} decimals")
  @CsvSource({
    "0, 0, 0",
    "12, 2, 120000",
    "12.5, 2, 125000",
    "007.10, 2, 71000",
    "0.0001, 4, 1",
    "99999999999999.9999, 4, 999999999999999999"
  })
  void usualAmountsAreInTenThousandths(String text, int mostDecimals, long units) {
    assertThat(units(text, mostDecimals)).isEqualTo(units);
  }

  @ParameterizedTest(name = "{0} with {1} decimals")
  @CsvSource({"-3.1, 2", "1.001, 2", "1.0, 0", "100000000000000, 2", "99999999999999999999, 4"})
  void otherAmountsAreLeftToBeReadWithCare(String text, int mostDecimals) {
    assertThat(units(text, mostDecimals)).isEqualTo(DecimalText.UNUSUAL);
  }

  @Test
  void whatIsReadIsWhatBigDecimalReads() {
    Random random = new Random(1);
    int readCount = 0;
    for (int i = 0; i < 200_000; i++) {
      StringBuilder text = new StringBuilder();
      int length = random.nextInt(22);
      for (int j = 0; j < length; j++) {
        text.append("00123456789.-".charAt(random.nextInt(random.nextInt(20) == 0 ? 13 : 11)));
      }
      long units = units(text.toString(), 4);

      if (units != DecimalText.UNUSUAL) {
        assertThat(BigDecimal.valueOf(units, 4)).isEqualByComparingTo(text.toString());
        readCount++;
      }
    }
    assertThat(readCount).isGreaterThan(50_000);
  }

  /** Of a text that has others before and behind it. */
  private static long units(String text, int mostDecimals) {
    byte[] bytes = ("9" + text + "9").getBytes(StandardCharsets.UTF_8);
    return DecimalText.units(bytes, 1, bytes.length - 1, mostDecimals);
  }
}
