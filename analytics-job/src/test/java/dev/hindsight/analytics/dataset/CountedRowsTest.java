package dev.hindsight.analytics.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.hindsight.analytics.SparkTest;
import java.nio.file.Path;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SparkTest
class CountedRowsTest {
  private final CountedRows counted;
  private final String file;

  CountedRowsTest(SparkSession spark, @TempDir Path folder) {
    counted = CountedRows.of(spark.range(3).toDF(), "events");
    file = SparkPath.of(folder.resolve("events"));
  }

  @Test
  void areCountedWhileTheyAreWritten() {
    counted.rows().write().parquet(file);

    counted.requireCount(3);
    assertThat(counted.written()).isEqualTo(3);
  }

  @Test
  void rowsThatOthersWroteAndThisMachineDoesNotSeeAreMissed() {
    counted.rows().write().parquet(file);

    assertThatExceptionOfType(MissingRowsException.class)
        .isThrownBy(() -> counted.requireCount(2))
        .withMessage(
            "events: 3 rows were written, and the lake shows 2; mount it on this machine so that"
                + " files of others are seen at once (NFS: lookupcache=none,noac)");
  }
}
