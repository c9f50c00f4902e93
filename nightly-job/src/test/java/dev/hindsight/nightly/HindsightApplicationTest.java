package dev.hindsight.nightly;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
