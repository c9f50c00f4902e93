package dev.hindsight.ingest.rows;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
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
      strings = {"", "-", ".", "12,50", "1.2.3", ".5", "5.", "+5", "1e3", "1 000", "\u0661", "NaN"})
  void whatIsNoDecimalIsNotRead(String text) {
    assertThat(DecimalText.parse(text)).isNull();
  }
}
