package dev.hindsight.datasets;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hindsight.datasets.contract.Contract;
import dev.hindsight.datasets.contract.Field;
import dev.hindsight.datasets.landed.Reject;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ContractsTest {

  static List<Columns> all() {
    return Columns.all();
  }

  static List<Contract<?>> contracts() {
    return Columns.contracts();
  }

  @Test
  void structsInsideColumnsAreLookedAtToo() {
    assertThat(all())
        .extracting(Columns::place)
        .contains("disputes", "seller_reports.endings", "seller_reports.causes.comparison");
  }

  @Test
  void everyDatasetHasItsOwnName() {
    assertThat(contracts()).extracting(Contract::name).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @MethodSource("contracts")
  void theGrainIsASentenceAboutOneRow(Contract<?> contract) {
    assertThat(contract.grain()).startsWith("one row per ").doesNotEndWith(".");
  }

  @ParameterizedTest
  @MethodSource("all")
  void everyColumnIsDocumented(Columns columns) {
    assertThat(columns.fields()).filteredOn(field -> field.doc().isBlank()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("all")
  void everyColumnHasItsOwnName(Columns columns) {
    assertThat(columns.fields()).extracting(Field::name).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @MethodSource("contracts")
  void keysAreRequiredColumns(Contract<?> contract) {
    // A problem of a whole row has no column: its absence tells rejects apart like any value.
    Set<String> absent = contract == Reject.CONTRACT ? Set.of("column_name") : Set.of();

    assertThat(contract.key())
        .isNotEmpty()
        .allMatch(field -> field.required() != absent.contains(field.name()));
  }

  @ParameterizedTest
  @MethodSource("all")
  void noColumnHasTheNameOfADataset(Columns columns) {
    Set<String> datasets = contracts().stream().map(Contract::name).collect(Collectors.toSet());

    assertThat(columns.fields()).extracting(Field::name).doesNotContainAnyElementsOf(datasets);
  }
}
