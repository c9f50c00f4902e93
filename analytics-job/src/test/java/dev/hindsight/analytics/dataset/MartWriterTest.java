package dev.hindsight.analytics.dataset;

import static dev.hindsight.analytics.examples.DisputeExample.aDispute;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hindsight.analytics.SparkTest;
import dev.hindsight.analytics.examples.DisputeExample;
import dev.hindsight.datasets.lake.VersionName;
import dev.hindsight.datasets.marts.Dispute;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SparkTest
class MartWriterTest {
  private static final VersionName VERSION = new VersionName(LocalDate.parse("2026-01-31"), 2);

  @TempDir private Path candidate = Path.of("");

  private final SparkSession spark;

  MartWriterTest(SparkSession spark) {
    this.spark = spark;
  }

  @Test
  void filesCarryTheVersionAndNothingElseIsLeft() throws IOException {
    MartWriter marts = new MartWriter(candidate, VERSION);

    marts.write(
        disputes(aDispute("d-1"), aDispute("d-2"), aDispute("d-3")).repartition(2),
        Dispute.CONTRACT);

    assertThat(names(candidate)).containsExactly("disputes");
    assertThat(names(candidate.resolve("disputes")))
        .containsExactly("disputes-2026-01-31.2-0.parquet", "disputes-2026-01-31.2-1.parquet");
    assertThat(marts.rowCounts()).isEqualTo(Map.of("disputes", 3L));
  }

  @Test
  void rowsLieInTheOrderOfTheirKeyAndAreReadBack() throws IOException {
    Dataset<Row> written =
        new MartWriter(candidate, VERSION)
            .write(disputes(aDispute("d-3"), aDispute("d-1"), aDispute("d-2")), Dispute.CONTRACT);

    assertThat(written.collectAsList())
        .extracting(row -> row.getString(0))
        .containsExactly("d-1", "d-2", "d-3");
    assertThat(ContractRows.records(written, Dispute.CONTRACT).get(0))
        .isEqualTo(ContractRows.records(disputes(aDispute("d-1")), Dispute.CONTRACT).get(0));
  }

  @Test
  void martWithoutRowsHasAFileToo() throws IOException {
    MartWriter marts = new MartWriter(candidate, VERSION);

    Dataset<Row> written = marts.write(disputes(), Dispute.CONTRACT);

    assertThat(names(candidate.resolve("disputes")))
        .containsExactly("disputes-2026-01-31.2-0.parquet");
    assertThat(marts.rowCounts()).isEqualTo(Map.of("disputes", 0L));
    assertThat(written.queryExecution().optimizedPlan().toString()).startsWith("LocalRelation <em");
  }

  @Test
  void theLakeIsWhereItIsWhateverFileSystemAClusterHas() throws IOException {
    SparkSession onCluster = spark.newSession();
    onCluster.conf().set("fs.defaultFS", "hdfs://nowhere.example:8020");
    Dataset<Row> disputes =
        ContractRows.rows(onCluster, Dispute.CONTRACT, DisputeExample.all(aDispute("d-1")));

    Dataset<Row> kept =
        new IntermediateRows(onCluster, candidate.resolve("a #%20 folder"))
            .readBack(disputes, "disputes");
    Dataset<Row> written = new MartWriter(candidate, VERSION).write(kept, Dispute.CONTRACT);

    assertThat(written.count()).isEqualTo(1);
    assertThat(candidate.resolve("a #%20 folder/disputes/_SUCCESS")).exists();
  }

  @Test
  void rowsThatBreakTheContractAreNotWritten() throws IOException {
    MartWriter marts = new MartWriter(candidate, VERSION);

    assertThatThrownBy(() -> marts.write(disputes().drop("cause", "seller_id"), Dispute.CONTRACT))
        .isInstanceOf(ContractViolationException.class)
        .hasMessage("Dataset disputes breaks its contract: seller_id is missing; cause is missing");
    assertThat(names(candidate)).isEmpty();
  }

  private Dataset<Row> disputes(DisputeExample... disputes) {
    return ContractRows.rows(spark, Dispute.CONTRACT, DisputeExample.all(disputes));
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}
