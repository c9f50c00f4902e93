package dev.hindsight.ingest.batches;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RejectBudgetTest {

  @ParameterizedTest(name = "{1} of {0} rows")
  @CsvSource({"0, 10", "12, 10", "1000, 10", "1099, 10", "1100, 11", "100000, 1000"})
  void onePercentOfTheRowsAndAtLeastTenMayBeWrong(long rows, long allowed) {
    assertThat(RejectBudget.DEFAULT.rowsAllowed(rows)).isEqualTo(allowed);
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.01, 1.01, Double.NaN})
  void shareIsAFraction(double share) {
    assertThatThrownBy(() -> new RejectBudget(share, 10))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("max-share: %s is not a share; write a fraction from 0 to 1", share);
  }

  @Test
  void numberIsNotNegative() {
    assertThatThrownBy(() -> new RejectBudget(0.01, -1))
        .hasMessage("at-least: -1 is negative; write 0 or more");
  }
}
