package dev.hindsight.datasets;

import static dev.hindsight.datasets.contract.ColumnType.Scalar.BIGINT;
import static dev.hindsight.datasets.contract.ColumnType.Scalar.BOOLEAN;
import static dev.hindsight.datasets.contract.ColumnType.Scalar.DATE;
import static dev.hindsight.datasets.contract.ColumnType.Scalar.DECIMAL;
import static dev.hindsight.datasets.contract.ColumnType.Scalar.DOUBLE;
import static dev.hindsight.datasets.contract.ColumnType.Scalar.INTEGER;
import static dev.hindsight.datasets.contract.ColumnType.Scalar.TEXT;
import static dev.hindsight.datasets.contract.ColumnType.Scalar.TIMESTAMP;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hindsight.datasets.contract.ColumnType;
import dev.hindsight.datasets.contract.Field;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A column's name says its type. */
class ColumnNamesTest {
  /** Named by the landing formats, which are older than the rules. */
  private static final Set<String> LANDING_NAMES = Set.of("promised_by", "valid_from");

  static List<Columns> all() {
    return Columns.all();
  }

  @ParameterizedTest
  @MethodSource("all")
  void columnsAreInSnakeCase(Columns columns) {
    assertThat(columns.fields())
        .allMatch(field -> field.name().matches("[a-z][a-z0-9]*(_[a-z0-9]+)*"));
  }

  @ParameterizedTest
  @MethodSource("all")
  void instantsAndOnlyTheyEndWithAt(Columns columns) {
    assertTypeIsToldBy(columns, name -> name.endsWith("_at"), TIMESTAMP);
  }

  @ParameterizedTest
  @MethodSource("all")
  void datesAndOnlyTheyEndWithDateOrMonth(Columns columns) {
    assertTypeIsToldBy(
        columns,
        name -> name.endsWith("_date") || name.endsWith("_month") || name.equals("month"),
        DATE);
  }

  @ParameterizedTest
  @MethodSource("all")
  void booleansAndOnlyTheyBeginWithIs(Columns columns) {
    assertTypeIsToldBy(columns, name -> name.startsWith("is_"), BOOLEAN);
  }

  @ParameterizedTest
  @MethodSource("all")
  void amountsAndOnlyTheyAreDecimals(Columns columns) {
    assertTypeIsToldBy(columns, ColumnNamesTest::isAmount, DECIMAL);
  }

  @ParameterizedTest
  @MethodSource("all")
  void anAmountIsNeverWithoutItsCurrency(Columns columns) {
    if (columns.fields().stream().map(Field::name).anyMatch(ColumnNamesTest::isAmount)) {
      assertThat(columns.fields()).extracting(Field::name).contains("currency");
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void countsAreWholeNumbersUnlessTheyAreEstimated(Columns columns) {
    assertThat(columns.fields())
        .filteredOn(field -> field.name().endsWith("_count"))
        .allMatch(
            field ->
                field.name().matches("(.*_)?(expected|avoidable|forecast)_count")
                    ? field.type() == DOUBLE
                    : field.type() == BIGINT || field.type() == INTEGER);
  }

  @ParameterizedTest
  @MethodSource("all")
  void ratesSharesAndHoursAreDoubles(Columns columns) {
    assertThat(columns.fields())
        .filteredOn(
            field ->
                field.name().matches("(.*_)?(rate|share|hours)(_(low|high|p\\d\\d))?|hours_.*"))
        .allMatch(field -> field.type() == DOUBLE);
  }

  @ParameterizedTest
  @MethodSource("all")
  void identifiersAreText(Columns columns) {
    assertThat(columns.fields())
        .filteredOn(field -> field.name().endsWith("_id"))
        .allMatch(field -> field.type() == TEXT);
  }

  @ParameterizedTest
  @MethodSource("all")
  void anIntervalHasBothEnds(Columns columns) {
    List<String> low = namesWithout(columns, "_low");

    assertThat(namesWithout(columns, "_high")).isEqualTo(low);
  }

  @ParameterizedTest
  @MethodSource("all")
  void aColumnOfThePreviousWindowHasATwinInThisOne(Columns columns) {
    for (Field field : columns.fields()) {
      if (field.name().startsWith("previous_")) {
        String twin = field.name().substring("previous_".length());
        assertThat(columns.fields())
            .as("the twin of %s", field.name())
            .anyMatch(other -> other.name().equals(twin) && other.type().equals(field.type()));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void aMartOfAWindowSaysWhichWindow(Columns columns) {
    if (columns.has("window_start_date") || columns.has("window_end_date")) {
      assertThat(columns.fields())
          .extracting(Field::name)
          .contains("as_of_date", "window_start_date", "window_end_date");
    }
  }

  private static boolean isAmount(String name) {
    return name.matches("(.*_)?amount(_(low|high))?");
  }

  private static void assertTypeIsToldBy(Columns columns, Predicate<String> told, ColumnType type) {
    assertThat(columns.fields())
        .filteredOn(field -> !LANDING_NAMES.contains(field.name()))
        .allSatisfy(field -> assertThat(told.test(field.name())).isEqualTo(field.type() == type));
  }

  private static List<String> namesWithout(Columns columns, String ending) {
    return columns.fields().stream()
        .map(Field::name)
        .filter(name -> name.endsWith(ending))
        .map(name -> name.substring(0, name.length() - ending.length()))
        .toList();
  }
}
