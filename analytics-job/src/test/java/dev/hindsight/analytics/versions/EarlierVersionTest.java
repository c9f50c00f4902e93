package dev.hindsight.analytics.versions;

import static dev.hindsight.analytics.examples.DisputeExample.aDispute;
import static org.apache.spark.sql.functions.lit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hindsight.analytics.SparkTest;
import dev.hindsight.analytics.dataset.ContractRows;
import dev.hindsight.analytics.dataset.MartWriter;
import dev.hindsight.analytics.dataset.SparkManifests;
import dev.hindsight.analytics.dataset.SparkTypes;
import dev.hindsight.analytics.examples.DisputeExample;
import dev.hindsight.datasets.lake.AdviceHoldout;
import dev.hindsight.datasets.lake.Lake;
import dev.hindsight.datasets.lake.VersionManifest;
import dev.hindsight.datasets.lake.VersionName;
import dev.hindsight.datasets.marts.Dispute;
import dev.hindsight.datasets.marts.OutcomeCounts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SparkTest
class EarlierVersionTest {
  @TempDir private Path folder = Path.of("");

  private final SparkSession spark;

  EarlierVersionTest(SparkSession spark) {
    this.spark = spark;
  }

  @Test
  void firstVersionHasNoneBeforeIt() throws IOException {
    assertThat(before("2026-06-30.1")).isEmpty();
  }

  @Test
  void newestBeforeIsByDateThenNumberAndNeverTheVersionItself() throws IOException {
    for (String version :
        List.of("2026-05-31.1", "2026-06-30.2", "2026-06-30.10", "2026-07-01.1", "2026-07-02.1")) {
      published(version);
    }

    assertThat(before("2026-07-02.1")).contains(version("2026-07-01.1"));
    assertThat(before("2026-07-01.1")).contains(version("2026-06-30.10"));
    assertThat(before("2026-06-30.2")).contains(version("2026-05-31.1"));
    assertThat(before("2026-06-15.1")).contains(version("2026-05-31.1"));
    assertThat(before("2026-05-31.1")).isEmpty();
  }

  @Test
  void manifestIsReadAlsoOfAProgramThatKnowsMore() throws IOException {
    published("2026-06-30.1");
    Path manifest = lake().version(version("2026-06-30.1")).resolve(Lake.VERSION_MANIFEST);
    Files.writeString(
        manifest, Files.readString(manifest).replaceFirst("\\{", "{\"mood\" : \"fine\","));

    assertThat(earlier().manifest().reportingCurrency()).isEqualTo("EUR");
  }

  @Test
  void martIsReadByItsContract() throws IOException {
    published("2026-06-30.1");
    write(disputes(aDispute("d-1"), aDispute("d-2")));

    assertThat(ContractRows.records(mart().orElseThrow(), Dispute.CONTRACT))
        .isEqualTo(
            ContractRows.records(disputes(aDispute("d-1"), aDispute("d-2")), Dispute.CONTRACT));
  }

  @Test
  void martWithoutRowsIsEmptyAndOneThatWasNotMadeIsAbsent() throws IOException {
    published("2026-06-30.1");
    write(disputes());

    assertThat(mart().orElseThrow().collectAsList()).isEmpty();
    assertThat(earlier().mart(OutcomeCounts.CONTRACT)).isEmpty();
  }

  @Test
  void columnThatAnOlderProgramDidNotKnowIsNullAndOneOfANewerIsLeftOut() throws IOException {
    published("2026-06-30.1");
    writeAsIs(disputes(aDispute("d-1")).drop("violations", "sku").withColumn("mood", lit("fine")));

    Dataset<Row> read = mart().orElseThrow();

    assertThat(read.schema()).isEqualTo(SparkTypes.schemaOf(Dispute.CONTRACT));
    Row row = read.collectAsList().get(0);
    assertThat(row.<Object>getAs("violations")).isNull();
    assertThat(row.<String>getAs("dispute_id")).isEqualTo("d-1");
  }

  @Test
  void martWhoseFilesHaveAnotherTypeIsAbsent() throws IOException {
    published("2026-06-30.1");
    writeAsIs(disputes(aDispute("d-1")).withColumn("event_count", lit("one")));

    assertThat(mart()).isEmpty();
  }

  @Test
  void martWhoseFilesLackAKeyColumnIsAbsent() throws IOException {
    published("2026-06-30.1");
    writeAsIs(disputes(aDispute("d-1")).drop("dispute_id"));

    assertThat(mart()).isEmpty();
  }

  @Test
  void versionWithoutItsManifestIsAFailure() throws IOException {
    Files.createDirectories(lake().version(version("2026-06-30.1")));

    assertThatThrownBy(() -> before("2026-07-01.1"))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("version=2026-06-30.1/_version.json");
  }

  private Lake lake() {
    return new Lake(folder.resolve("lake"));
  }

  private Optional<VersionName> before(String made) throws IOException {
    return EarlierVersion.before(version(made), spark, lake()).map(EarlierVersion::name);
  }

  private EarlierVersion earlier() throws IOException {
    return EarlierVersion.before(version("2026-07-01.1"), spark, lake()).orElseThrow();
  }

  private Optional<Dataset<Row>> mart() throws IOException {
    return earlier().mart(Dispute.CONTRACT);
  }

  private void published(String name) throws IOException {
    Path version = lake().version(version(name));
    Files.createDirectories(version);
    LocalDate date = version(name).asOfDate();
    SparkManifests.write(
        version.resolve(Lake.VERSION_MANIFEST),
        new VersionManifest(
            name,
            date,
            date.minusDays(89),
            date,
            "EUR",
            null,
            "UTC",
            AdviceHoldout.NONE,
            "hindsight 0.0.9",
            Instant.EPOCH,
            List.of(),
            Map.of(),
            null,
            null));
  }

  private void write(Dataset<Row> disputes) throws IOException {
    VersionName name = version("2026-06-30.1");
    new MartWriter(lake().version(name), name).write(disputes, Dispute.CONTRACT);
  }

  private void writeAsIs(Dataset<Row> disputes) {
    disputes.write().parquet(lake().version(version("2026-06-30.1")) + "/disputes");
  }

  private Dataset<Row> disputes(DisputeExample... disputes) {
    return ContractRows.rows(spark, Dispute.CONTRACT, DisputeExample.all(disputes));
  }

  private static VersionName version(String name) {
    return VersionName.parse(name).orElseThrow(NoSuchElementException::new);
  }
}
