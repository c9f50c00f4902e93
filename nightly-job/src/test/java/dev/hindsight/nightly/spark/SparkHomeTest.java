package dev.hindsight.nightly.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.hindsight.nightly.FakeSpark;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SparkHomeTest {
  private final Path folder;

  SparkHomeTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void isTheBundledSparkUnlessOneIsInstalled() throws IOException {
    Path bundled = Files.createDirectory(folder.resolve("spark"));
    Path jars = Files.createDirectories(folder.resolve("installed/jars"));

    assertThat(SparkHome.of(Map.of(), bundled)).isEqualTo(new SparkHome(bundled));
    assertThat(SparkHome.of(installed(folder.resolve("installed")), bundled))
        .isEqualTo(new SparkHome(jars));
  }

  @Test
  void isToldWhereTheClusterIsByTheFoldersOfTheEnvironment() {
    Map<String, String> environment =
        Map.of("HADOOP_CONF_DIR", "/etc/hadoop", "SPARK_CONF_DIR", "/etc/spark", "PATH", "/bin");

    assertThat(SparkHome.of(environment, folder).classPath())
        .isEqualTo(folder + "/*:/etc/spark:/etc/hadoop");
  }

  @Test
  void aSparkWithoutTheMastersPartIsNamed() throws IOException {
    SparkHome spark = new SparkHome(folder);
    SparkMaster kubernetes = new SparkMaster("k8s://https://10.0.0.1:6443", Map.of());

    assertThatExceptionOfType(UnusableSparkException.class)
        .isThrownBy(() -> spark.requirePartFor(new SparkMaster("yarn", Map.of())))
        .withMessage(
            "--spark-master yarn needs a Spark with its jar spark-yarn, which is not in %s; name one with SPARK_HOME",
            folder);
    assertThatExceptionOfType(UnusableSparkException.class)
        .isThrownBy(() -> spark.requirePartFor(kubernetes))
        .withMessageContaining("needs a Spark with its jar spark-kubernetes, which");

    Files.createFile(folder.resolve("spark-kubernetes_2.13-4.2.0.jar"));
    assertThatCode(() -> spark.requirePartFor(kubernetes)).doesNotThrowAnyException();
  }

  @Test
  void anInstalledSparkHasJars() {
    assertThatExceptionOfType(UnusableSparkException.class)
        .isThrownBy(() -> SparkHome.of(installed(folder), folder))
        .withMessage("SPARK_HOME is %s, but it has no folder jars; correct or unset it", folder);
  }

  @Test
  void theBundledSparkMustBeThere() {
    Path missing = folder.resolve("spark");

    assertThatExceptionOfType(UnusableSparkException.class)
        .isThrownBy(() -> SparkHome.of(Map.of(), missing))
        .withMessage("Spark's jars are not in %s; build the distribution again", missing);
  }

  @Test
  void asksSparkForItsModuleOptions() throws IOException {
    FakeSpark fake = FakeSpark.in(folder);

    assertThat(new SparkHome(fake.jars()).moduleOptions())
        .containsExactly("-Dfake.module.option=given");
  }

  @Test
  void jarsWithoutALauncherAreNoSpark() {
    assertThatExceptionOfType(UnusableSparkException.class)
        .isThrownBy(() -> new SparkHome(folder).moduleOptions())
        .withMessage("Folder %s holds no spark-launcher jar; it is no Spark's", folder);
  }

  @Test
  void aLauncherThatIsNoneIsNamed() throws IOException {
    Files.writeString(folder.resolve("spark-launcher_2.13-0.jar"), "no jar");

    assertThatExceptionOfType(UnusableSparkException.class)
        .isThrownBy(() -> new SparkHome(folder).moduleOptions())
        .withMessageStartingWith("Spark's launcher in %s cannot be used (", folder);
  }

  private static Map<String, String> installed(Path home) {
    return Map.of("SPARK_HOME", home.toString());
  }
}
