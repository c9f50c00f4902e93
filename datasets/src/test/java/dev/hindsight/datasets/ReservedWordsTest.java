package dev.hindsight.datasets;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hindsight.datasets.contract.Contract;
import dev.hindsight.datasets.contract.Field;
import io.trino.sql.ReservedIdentifiers;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Analysts need no quotes around a column in any engine. */
class ReservedWordsTest {

  @Test
  void noNameIsReservedInDuckDb() throws SQLException {
    try (DuckDb duckDb = DuckDb.open()) {
      List<String> reserved =
          duckDb.column(
              "SELECT keyword_name FROM duckdb_keywords() WHERE keyword_category = 'reserved'");

      assertNoNameIsIn(Set.copyOf(reserved));
    }
  }

  @Test
  void noNameIsReservedInTrino() {
    assertNoNameIsIn(
        ReservedIdentifiers.reservedIdentifiers().stream()
            .map(word -> word.toLowerCase(Locale.ROOT))
            .collect(toSet()));
  }

  @Test
  void noNameIsReservedInPostgreSql() throws IOException {
    assertNoNameIsIn(words("postgresql.txt"));
  }

  @Test
  void noNameIsReservedInSpark() throws IOException {
    assertNoNameIsIn(words("spark.txt"));
  }

  private static void assertNoNameIsIn(Set<String> reserved) {
    assertThat(reserved).contains("select", "order", "table").hasSizeGreaterThan(50);
    assertThat(names()).contains("dispute_id", "disputes").doesNotContainAnyElementsOf(reserved);
  }

  private static List<String> names() {
    return Stream.concat(
            Columns.all().stream().flatMap(columns -> columns.fields().stream()).map(Field::name),
            Columns.contracts().stream().map(Contract::name))
        .toList();
  }

  private static Set<String> words(String list) throws IOException {
    try (InputStream text =
        ReservedWordsTest.class.getResourceAsStream("/reserved-words/" + list)) {
      return new String(Objects.requireNonNull(text).readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .collect(toSet());
    }
  }
}
