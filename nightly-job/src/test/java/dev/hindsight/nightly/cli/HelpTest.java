package dev.hindsight.nightly.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hindsight.datasets.Program;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class HelpTest {
  static Stream<String> commands() {
    return new CommandLine(new HindsightCommand()).getSubcommands().keySet().stream();
  }

  @ParameterizedTest
  @MethodSource("commands")
  void showsAnExampleFirst(String command) {
    Captured run = Captured.run(command, "--help");

    assertThat(run.exitCode()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.out())
        .containsSubsequence("Example: ", "hindsight " + command, "Usage: hindsight " + command)
        .contains("-h, --help", "-V, --version", "--config=FILE", "-q, --quiet", "-v, --verbose");
  }

  @ParameterizedTest
  @MethodSource("commands")
  void versionIsToldEverywhere(String command) {
    Captured run = Captured.run(command, "-V");

    assertThat(run).isEqualTo(new Captured(0, Program.VERSION + System.lineSeparator(), ""));
  }

  @ParameterizedTest
  @ValueSource(strings = {"-V", "--version"})
  void theProgramTellsItsVersion(String option) {
    assertThat(Captured.run(option))
        .isEqualTo(new Captured(0, Program.VERSION + System.lineSeparator(), ""));
  }

  @Test
  void theProgramNamesItsCommands() {
    Captured run = Captured.run("-h");

    assertThat(run.exitCode()).isZero();
    assertThat(run.out())
        .containsSubsequence("Example: ", "Usage: hindsight")
        .contains(commands().toList());
  }
}
