package dev.hindsight.nightly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.kubernetes.client.openapi.models.V1CronJob;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.Yaml;

/** The files of {@code deploy}, held to whatever of their readers a test machine has. */
class DeployFilesIT {
  private static final Path DEPLOY = Path.of("..", "deploy").toAbsolutePath().normalize();

  @Test
  void systemdAcceptsTheServiceAndTheTimer(@TempDir Path folder) throws Exception {
    assumeThat(isThere("systemd-analyze", "--version"))
        .as("systemd-analyze is not installed")
        .isTrue();
    for (String unit : List.of("hindsight.service", "hindsight.timer")) {
      // Another machine has neither the program nor its user.
      String text =
          Files.readString(DEPLOY.resolve("systemd").resolve(unit))
              .replace("/opt/hindsight/bin/hindsight", "/bin/true");
      Files.writeString(folder.resolve(unit), text);
    }

    Ended verified =
        run(
            folder,
            "systemd-analyze",
            "verify",
            "--man=no",
            folder.resolve("hindsight.service").toString(),
            folder.resolve("hindsight.timer").toString());

    assertThat(linesAbout(verified.output(), folder)).isEmpty();
    assertThat(verified.exitCode()).as(verified.output()).isZero();
  }

  @Test
  void systemdTellsWhatWouldBeWrong(@TempDir Path folder) throws Exception {
    assumeThat(isThere("systemd-analyze", "--version"))
        .as("systemd-analyze is not installed")
        .isTrue();
    Path unit = folder.resolve("hindsight.service");
    Files.writeString(unit, "[Service]\nType=oneshot\nExecStart=/bin/true\nKilMode=mixed\n");

    assertThat(run(folder, "systemd-analyze", "verify", "--man=no", unit.toString()).output())
        .contains("KilMode");
  }

  @Test
  void kubernetesKnowsEveryField() throws IOException {
    Object cronJob =
        new Yaml().load(Files.readString(DEPLOY.resolve("kubernetes").resolve("cronjob.yaml")));
    JsonElement json = new Gson().toJsonTree(cronJob);

    V1CronJob.validateJsonElement(json);

    JsonObject spec = json.getAsJsonObject().getAsJsonObject("spec");
    assertThat(spec.get("concurrencyPolicy").getAsString()).isEqualTo("Forbid");
    JsonArray rules =
        spec.getAsJsonObject("jobTemplate")
            .getAsJsonObject("spec")
            .getAsJsonObject("podFailurePolicy")
            .getAsJsonArray("rules");
    assertThat(rules.get(0).getAsJsonObject().getAsJsonObject("onExitCodes").get("values"))
        .hasToString("[2,3,5]");
  }

  @Test
  void theDagIsPython(@TempDir Path folder) throws Exception {
    assumeThat(isThere("python3", "--version")).as("python3 is not installed").isTrue();

    Ended compiled =
        run(
            folder,
            "python3",
            "-c",
            "import sys; compile(open(sys.argv[1]).read(), sys.argv[1], 'exec')",
            DEPLOY.resolve("airflow").resolve("hindsight_dag.py").toString());

    assertThat(compiled.exitCode()).as(compiled.output()).isZero();
  }

  @Test
  void cronGetsFiveFieldsAUserAndTheNight() throws IOException {
    List<String> jobs =
        Files.readAllLines(DEPLOY.resolve("cron").resolve("hindsight")).stream()
            .filter(line -> !line.startsWith("#") && !line.matches("[A-Z]+=.*"))
            .toList();

    assertThat(jobs).singleElement().asString().matches("(\\S+ ){5}hindsight \\S+ nightly .*");
    assertThat(jobs.get(0)).doesNotContain("%"); // cron takes it for a line end
  }

  @Test
  void theAlertsReadMetricsThatANightWrites() throws IOException {
    Map<String, Object> rules =
        new Yaml()
            .load(Files.readString(DEPLOY.resolve("prometheus").resolve("hindsight.rules.yml")));
    String metrics =
        Files.readString(Path.of("src/main/java/dev/hindsight/nightly/metrics/NightMetrics.java"));

    Matcher named = Pattern.compile("hindsight_[a-z_]+").matcher(rules.toString());
    List<String> names = named.results().map(match -> match.group()).distinct().toList();

    assertThat(names).isNotEmpty().allMatch(name -> metrics.contains('"' + name + '"'));
  }

  private record Ended(int exitCode, String output) {}

  private static Ended run(Path folder, String... command) throws Exception {
    Path output = Files.createTempFile(folder, "output", ".txt");
    Process process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    int exitCode = process.waitFor();
    return new Ended(exitCode, Files.readString(output));
  }

  private static boolean isThere(String... command) throws Exception {
    try {
      return new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException e) {
      return false;
    }
  }

  /** Other units of the machine are none of this test's. */
  private static Stream<String> linesAbout(String output, Path folder) {
    return output.lines().filter(line -> line.startsWith(folder.toString()));
  }
}
