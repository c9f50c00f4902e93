package dev.hindsight.nightly.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SparkMasterTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "local",
        "local[*]",
        "local[2,3]",
        "spark://host:7077",
        "spark://one:7077,two:7077",
        "yarn",
        "k8s://https://10.0.0.1:6443"
      })
  void isOneOfSparks(String url) {
    assertThat(new SparkMaster(url, Map.of()).options()).containsExactly("--master", url);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "spark://host", "host:7077", "mesos://host:5050", "localhost", "k8s:"})
  void anythingElseIsNone(String url) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new SparkMaster(url, Map.of()))
        .withMessage(
            "--spark-master: '%s' is no master of Spark's; write local[*], spark://host:7077, yarn or k8s://https://host:6443",
            url);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          executor.memory               | 'executor.memory' is no setting of Spark's; write spark.executor.memory=4g
          spark.authenticate.secret     | spark.authenticate.secret is a secret, and the list of processes would show it
          spark.hadoop.fs.s3a.access.key| spark.hadoop.fs.s3a.access.key is a secret, and
          spark.driver.memory           | spark.driver.memory would do nothing here; use --spark-driver-memory
          spark.submit.deployMode       | spark.submit.deployMode would do nothing here; the driver runs beside the program
          """)
  void aSettingThatCannotBeGivenIsNamed(String key, String message) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new SparkMaster("local", Map.of(key, "x")))
        .withMessageStartingWith("--spark-conf: " + message);
  }
}
