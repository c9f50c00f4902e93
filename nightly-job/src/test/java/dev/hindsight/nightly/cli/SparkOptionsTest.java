package dev.hindsight.nightly.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.hindsight.nightly.night.NightRequest.SparkSettings;
import dev.hindsight.nightly.spark.SparkMaster;
import java.util.Map;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class SparkOptionsTest {
  @Test
  void sparkRunsHereByDefault() {
    assertThat(settings())
        .isEqualTo(new SparkSettings(new SparkMaster("local[*]", Map.of()), "2g", false));
  }

  @Test
  void eachSettingOfSparksIsAnOptionOrALine() {
    SparkSettings settings =
        settings(
            "--spark-master=spark://host:7077",
            "--spark-conf",
            "spark.executor.extraJavaOptions=-Da=b -Dc=d",
            "--spark-conf=spark.executor.memory=4g\n  spark.cores.max=16\n\n");

    assertThat(settings.master().configuration())
        .isEqualTo(
            Map.of(
                "spark.executor.extraJavaOptions",
                "-Da=b -Dc=d",
                "spark.executor.memory",
                "4g",
                "spark.cores.max",
                "16"));
  }

  @Test
  void whatSetsNothingIsWrongUsage() {
    assertThatExceptionOfType(UsageException.class)
        .isThrownBy(() -> settings("--spark-conf=spark.cores.max"))
        .withMessage(
            "--spark-conf: 'spark.cores.max' sets nothing; write spark.executor.memory=4g");
  }

  @Test
  void aMasterThatIsNoneIsWrongUsage() {
    assertThatExceptionOfType(UsageException.class)
        .isThrownBy(() -> settings("--spark-master=host:7077"))
        .withMessageStartingWith("--spark-master: 'host:7077' is no master of Spark's; write ");
  }

  private static SparkSettings settings(String... words) {
    return CommandLine.populateCommand(new SparkOptions(), words).settings();
  }
}
