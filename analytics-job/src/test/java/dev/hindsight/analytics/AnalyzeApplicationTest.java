package dev.hindsight.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.hindsight.datasets.lake.Lake;
import dev.hindsight.datasets.lake.LakeHeldException;
import dev.hindsight.datasets.lake.LakeLock;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class AnalyzeApplicationTest {
  @TempDir private Path folder = Path.of("");

  private final StringWriter errors = new StringWriter();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--as-of 2026-02-30 | Invalid value for option '--as-of': '2026-02-30' is no date; write 2026-03-14",
        "--as-of 2026-01-31 --asof 3 | Unknown options: '--asof', '3'",
        "--as-of 2026-01-31 --window-days 0 | A window of 0 days is not possible; write 1 to 366",
        "--as-of 2026-01-31 --window-days 367 | A window of 367 days is not possible; write 1 to 366",
        "--as-of 2026-01-31 --reporting-currency euro | 'euro' is no currency; write an ISO-4217 code such as EUR",
        "--as-of 2026-01-31 --reporting-time-zone Mars | Invalid value for option '--reporting-time-zone': 'Mars' is no time zone; write Europe/Berlin",
        "--as-of 2026-01-31 --candidate c | Error: Missing required argument(s): --candidate-version=NAME",
        "--as-of 2026-01-31 --candidate c --candidate-version 7 | Invalid value for option '--candidate-version': '7' is no version; write 2026-03-14.1",
        "--window-days 90 | Missing required option: '--as-of=DATE'"
      })
  void wrongUsageIsOneLineAndExitCodeTwo(String arguments, String message) {
    int exitCode = run("--lake " + folder + " " + arguments);

    assertThat(exitCode).isEqualTo(2);
    assertThat(errors.toString()).isEqualTo(message + System.lineSeparator());
  }

  @Test
  void missingLakeIsWrongUsageAndIsNotMade() {
    Path lake = folder.resolve("misspelt");

    assertThat(run("--as-of 2026-01-31 --lake " + lake)).isEqualTo(2);
    assertThat(errors.toString())
        .isEqualTo("Lake %s is not a folder; land files in it first%n".formatted(lake));
    assertThat(lake).doesNotExist();
  }

  @Test
  void lakeHeldByAnotherRunIsOneLineAndExitCodeFour() throws Exception {
    Lake lake = new Lake(folder);
    try (LakeLock held = LakeLock.take(lake, "hindsight nightly, process 7")) {
      LakeHeldException failure =
          catchThrowableOfType(
              LakeHeldException.class, () -> LakeLock.take(lake, "this test").close());

      assertThat(held).isNotNull();
      assertThat(exitCodeOf(failure)).isEqualTo(4);
    }
    assertThat(errors.toString())
        .isEqualTo(
            "Lake %s is held by hindsight nightly, process 7; wait until it has ended%n"
                .formatted(lake.root()));
  }

  @Test
  void whateverElseFailsIsExitCodeOneWithItsTrace() throws Exception {
    assertThat(exitCodeOf(new IllegalArgumentException("of Spark's own"))).isEqualTo(1);
    assertThat(errors.toString()).contains("of Spark's own", "at dev.hindsight");
  }

  @Test
  void helpSaysWhatTheOptionsDo() {
    StringWriter help = new StringWriter();
    CommandLine command = AnalyzeApplication.commandLine().setOut(new PrintWriter(help));

    assertThat(command.execute("--help")).isZero();
    assertThat(help.toString()).contains("--lake", "--as-of", "--candidate-version");
  }

  private int exitCodeOf(Exception failure) throws Exception {
    CommandLine command = AnalyzeApplication.commandLine().setErr(new PrintWriter(errors, true));
    return command
        .getExecutionExceptionHandler()
        .handleExecutionException(failure, command, command.parseArgs("--help"));
  }

  private int run(String arguments) {
    return AnalyzeApplication.commandLine()
        .setErr(new PrintWriter(errors, true))
        .execute(arguments.split(" ", -1));
  }
}
