package dev.hindsight.nightly.gates;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MissingTransactionsTest {
  // scipy 1.17.1, binom.sf: of 30 with 0.1 each, P(X >= 8) is 0.0078 and P(X >= 7) 0.0258; of 1,000
  // P(X >= 120) is 0.0220 and P(X >= 119) 0.0278; of 5 P(X >= 3) is 0.0086 and P(X >= 2) 0.0815
  @ParameterizedTest
  @CsvSource({
    "30, 7, 0.1, false",
    "30, 8, 0.1, true",
    "1000, 119, 0.1, false",
    "1000, 120, 0.1, true",
    "5, 2, 0.1, false",
    "5, 3, 0.1, true",
    "30, 0, 0, false",
    "30, 1, 0, true",
    "30, 30, 1, false",
    "0, 0, 0.1, false"
  })
  void aShareIsExceededWhereChanceDoesNotExplainIt(
      long named, long missing, double share, boolean isBeyond) {
    assertThat(new MissingTransactions(named, missing, null).isBeyond(share)).isEqualTo(isBeyond);
  }
}
