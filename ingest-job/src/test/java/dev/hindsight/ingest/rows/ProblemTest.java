package dev.hindsight.ingest.rows;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProblemTest {
  private static final SourceLocation AT = new SourceLocation("disputes-2024-03.csv", 1207);

  @Test
  void textSaysWhereWhatAndWhatWouldBeRight() {
    Problem problem = Problem.of(AT, "amount", Reason.NOT_A_DECIMAL, "12,50", "");

    assertThat(problem.text())
        .isEqualTo(
            "disputes-2024-03.csv:1207: amount: \"12,50\" is not a decimal number; write 1234.50");
  }

  @Test
  void problemOfTheWholeRowNamesNoColumn() {
    Problem problem = new Problem(AT, null, Reason.TOO_FEW_CELLS, "3", "11");

    assertThat(problem.text())
        .isEqualTo(
            "disputes-2024-03.csv:1207: the row \"3\" has too few cells; the header has 11;"
                + " write empty cells too");
  }

  @Test
  void longValuesAreShortened() {
    Problem problem = Problem.of(AT, "sku", Reason.UNKNOWN_VALUE, "\uD83D\uDE00".repeat(41), "");

    assertThat(problem.shownValue()).isEqualTo("\uD83D\uDE00".repeat(40) + "…");
  }

  @Test
  void charactersThatCannotBeSeenAreSpelt() {
    Problem problem = Problem.of(AT, "sku", Reason.UNKNOWN_VALUE, "a\tb\u001b[0m\u202Ec\n", "");

    assertThat(problem.shownValue()).isEqualTo("a\\u0009b\\u001B[0m\\u202Ec\\u000A");
  }

  @ParameterizedTest
  @ValueSource(strings = {"email", "name", "buyer_id", "reason"})
  void personalValuesAreNotShown(String column) {
    Problem problem = Problem.of(AT, column, Reason.LOOKS_LIKE_EMAIL, "ann@shop.example", "");

    assertThat(problem.shownValue()).isNull();
    assertThat(problem.text()).doesNotContain("ann");
  }
}
