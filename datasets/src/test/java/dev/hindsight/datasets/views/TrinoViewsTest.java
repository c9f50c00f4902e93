package dev.hindsight.datasets.views;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.hindsight.datasets.Columns;
import dev.hindsight.datasets.lake.Lake;
import dev.hindsight.datasets.lake.VersionManifest.Input;
import dev.hindsight.datasets.lake.VersionName;
import io.trino.sql.parser.SqlParser;
import io.trino.sql.tree.CreateTable;
import io.trino.sql.tree.CreateView;
import io.trino.sql.tree.Statement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrinoViewsTest {
  private final Lake lake;
  private final VersionName version = new VersionName(LocalDate.of(2026, 3, 14), 1);
  private final List<Input> inputs =
      List.of(
          new Input("transactions", 1, "00"),
          new Input("transactions", 3, "00"),
          new Input("dispute_events", 2, "00"),
          new Input("sellers", 4, "00"),
          new Input("adjustments", 5, "00"),
          new Input("unsubscribes", 6, "00"),
          new Input("bounces", 7, "00"));

  TrinoViewsTest(@TempDir Path folder) throws IOException {
    lake = new Lake(folder.resolve("O'Hara's lake"));
    Files.createDirectories(lake.batch("rejects", 2));
  }

  @Test
  void everyDatasetIsATableOfTheVersionAndAView() {
    List<Statement> statements =
        new LakeViews(lake, version, inputs)
            .statements(Dialect.TRINO).stream().map(new SqlParser()::createStatement).toList();

    List<String> datasets = Columns.contracts().stream().map(c -> c.name()).toList();
    assertThat(of(CreateTable.class, statements))
        .extracting(table -> table.getName().toString())
        .containsExactlyElementsOf(
            datasets.stream().map(dataset -> dataset + "_2026_03_14_1").toList());
    assertThat(of(CreateView.class, statements))
        .extracting(view -> view.getName().toString())
        .containsExactlyElementsOf(datasets);
  }

  @Test
  void beforeTheFirstVersionEveryDatasetIsAView() {
    List<String> statements = new LakeViews(lake, null, List.of()).statements(Dialect.TRINO);

    assertThat(
            of(
                CreateView.class,
                statements.stream().map(new SqlParser()::createStatement).toList()))
        .hasSameSizeAs(Columns.contracts());
  }

  @Test
  void aTableLiesWhereItsFilesAre() {
    String script = new LakeViews(lake, version, inputs).script(Dialect.TRINO);

    assertThat(script)
        .contains(
            "external_location = 'file://%s', format = 'PARQUET'"
                .formatted(lake.landed("sellers").toString().replace("'", "''")))
        .contains("SELECT transaction_id, order_id, ")
        .contains(" FROM transactions_2026_03_14_1 WHERE batch_number IN (1, 3)");
  }

  @Test
  void theScriptSaysWhatTheCatalogNeeds() {
    assertThat(new LakeViews(lake, version, inputs).script(Dialect.TRINO))
        .startsWith("-- For Trino's Hive connector")
        .contains("hive.recursive-directories = true");
  }

  @Test
  void everyTypeIsOneOfTrinos() {
    for (Columns columns : Columns.all()) {
      columns
          .fields()
          .forEach(
              field ->
                  assertThatCode(
                          () -> new SqlParser().createType(Dialect.TRINO.typeName(field.type())))
                      .doesNotThrowAnyException());
    }
  }

  private static <S extends Statement> Stream<S> of(Class<S> kind, List<Statement> statements) {
    return statements.stream().filter(kind::isInstance).map(kind::cast);
  }
}
