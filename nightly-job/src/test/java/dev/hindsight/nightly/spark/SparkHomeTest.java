package dev.hindsight.nightly.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.hindsight.nightly.FakeSpark;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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

    assertThat(SparkHome.of("", bundled)).isEqualTo(new SparkHome(bundled));
    assertThat(SparkHome.of(folder.resolve("installed").toString(), bundled))
        .isEqualTo(new SparkHome(jars));
  }

  @Test
  void anInstalledSparkHasJars() {
    assertThatExceptionOfType(UnusableSparkException.class)
        .isThrownBy(() -> SparkHome.of(folder.toString(), folder))
        .withMessage("SPARK_HOME is %s, but it has no folder jars; correct or unset it", folder);
  }

  @Test
  void theBundledSparkMustBeThere() {
    Path missing = folder.resolve("spark");

    assertThatExceptionOfType(UnusableSparkException.class)
        .isThrownBy(() -> SparkHome.of("", missing))
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
}
