package dev.hindsight.nightly;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** The program in a process of its own: where it looks when nothing is said. */
class HindsightApplicationTest {
  private final Path folder;

  HindsightApplicationTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void takesSettingsFromEnvironmentFolderAndLauncher() throws Exception {
    Files.writeString(folder.resolve("hindsight.yaml"), "outbox: /from/file\nlake: /from/file\n");

    Process program = start("config", "--format", "csv");

    assertThat(new String(program.getInputStream().readAllBytes(), StandardCharsets.UTF_8).lines())
        .contains(
            "lake,/from/environment,HINDSIGHT_LAKE",
            "outbox,/from/file,hindsight.yaml",
            "landing,/from/launcher,default of this checkout");
    assertThat(program.waitFor()).isZero();
  }

  @Test
  void endsWithTheCommandsCode() throws Exception {
    Process program = start("status");

    assertThat(new String(program.getErrorStream().readAllBytes(), StandardCharsets.UTF_8))
        .isEqualTo(
            "hindsight: There is no lake at /from/environment;"
                + " name one with --lake, or run: hindsight nightly"
                + System.lineSeparator());
    assertThat(program.waitFor()).isEqualTo(2);
  }

  @Test
  void logsObjectsWhereThatIsAskedFor() throws Exception {
    Path landing = Files.createDirectory(folder.resolve("landing"));
    Files.writeString(
        landing.resolve("transactions-1.csv"),
        """
        transaction_id,order_id,seller_id,category,ordered_at,amount,currency
        t-1,o-1,s-1,BOOKS,2026-06-01T10:00:00Z,12.50,EUR
        """);

    Process program =
        start("ingest", "--log-format", "json", "--lake", "lake", "--landing", landing.toString());

    List<String> lines =
        new String(program.getErrorStream().readAllBytes(), StandardCharsets.UTF_8)
            .lines()
            .toList();
    assertThat(program.waitFor()).isZero();
    assertThat(lines)
        .isNotEmpty()
        .allSatisfy(line -> assertThat(new JsonMapper().readTree(line).isObject()).isTrue())
        .anySatisfy(
            line ->
                assertThat(new JsonMapper().readTree(line).get("formattedMessage").asString())
                    .startsWith("Landed transactions-1.csv"));
  }

  private Process start(String... words) throws IOException {
    ProcessBuilder program =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Dhindsight.default.landing=/from/launcher",
                "-cp",
                System.getProperty("java.class.path"),
                HindsightApplication.class.getName())
            .directory(folder.toFile());
    program.command().addAll(List.of(words));
    program.environment().put("HINDSIGHT_LAKE", "/from/environment");
    return program.start();
  }
}
