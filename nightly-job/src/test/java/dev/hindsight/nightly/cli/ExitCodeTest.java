package dev.hindsight.nightly.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExitCodeTest {
  @ParameterizedTest
  @CsvSource({
    "DONE, 0, done",
    "FAILED, 1, worth another try",
    "USAGE, 2, correct it",
    "LOOK, 3, 'but look: rows or files were refused (hindsight rejects), or reports not delivered (hindsight deliveries), or a buyer is not forgotten everywhere (hindsight forget)'",
    "HELD, 4, worth another try",
    "STOPPED, 5, 'mend it or accept it, trying again alone does not help'",
    "SIGNALLED, 143, run it again"
  })
  void saysWhatItMeans(ExitCode exitCode, int code, String meaning) {
    assertThat(exitCode.code()).isEqualTo(code);
    assertThat(exitCode.meaning()).contains(meaning);
  }
}
