package dev.hindsight.nightly.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hindsight.datasets.lake.Lake;
import dev.hindsight.datasets.lake.LakeHeldException;
import dev.hindsight.datasets.lake.LakeLock;
import dev.hindsight.ingest.landing.UnusableFolderException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FailuresTest {
  static Stream<Arguments> failures() {
    return Stream.of(
        Arguments.of(new UsageException("write 1"), ExitCode.USAGE, "write 1"),
        Arguments.of(
            new UnusableFolderException("no such folder", null), ExitCode.USAGE, "no such folder"),
        Arguments.of(
            new IllegalArgumentException("a library's own"), ExitCode.FAILED, "a library's own"),
        Arguments.of(
            new AccessDeniedException("/lake"),
            ExitCode.USAGE,
            "/lake cannot be written; check its permissions, or name another folder"),
        Arguments.of(
            new FileAlreadyExistsException("/outbox"),
            ExitCode.USAGE,
            "/outbox is there and is no folder; move it away, or name another"),
        Arguments.of(
            new FileSystemException("/lake/x", null, "No space left on device"),
            ExitCode.FAILED,
            "/lake/x: No space left on device"),
        Arguments.of(
            new NoSuchFileException("/lake/x"), ExitCode.FAILED, "/lake/x: NoSuchFileException"),
        Arguments.of(new IOException("disk gone"), ExitCode.FAILED, "disk gone"),
        Arguments.of(
            new UncheckedIOException("read failed", new IOException("disk gone")),
            ExitCode.FAILED,
            "read failed"),
        Arguments.of(
            new OutOfMemoryError("Java heap space"),
            ExitCode.FAILED,
            "out of memory: Java heap space;"
                + " give it more heap, such as with HINDSIGHT_JAVA_OPTS=-Xmx1g"),
        Arguments.of(new IllegalStateException(" "), ExitCode.FAILED, "IllegalStateException"),
        Arguments.of(new NullPointerException(), ExitCode.FAILED, "NullPointerException"));
  }

  @ParameterizedTest
  @MethodSource("failures")
  void haveAnExitCodeAndAMessage(Throwable failure, ExitCode exitCode, String message) {
    assertThat(Failures.exitCode(failure)).isEqualTo(exitCode);
    assertThat(Failures.message(failure)).isEqualTo(message);
  }

  @Test
  void aHeldLakeIsToldApartHoweverDeepItLies(@TempDir Path folder) throws IOException {
    LakeHeldException held = held(folder);

    assertThat(Failures.exitCode(held)).isEqualTo(ExitCode.HELD);
    assertThat(Failures.exitCode(new IllegalStateException(new IOException(held))))
        .isEqualTo(ExitCode.HELD);
  }

  @Test
  void whoComesSecondIsToldWhoHoldsTheLake(@TempDir Path folder) throws IOException {
    try (LakeLock held = LakeLock.take(new Lake(folder), "hindsight nightly, process 7")) {
      Captured run = Captured.run("analyze", "--lake", folder);

      assertThat(run.exitCode()).isEqualTo(4);
      assertThat(run.out()).isEmpty();
      assertThat(run.errLines())
          .containsExactly(
              "hindsight: Lake %s is held by hindsight nightly, process 7; wait until it has ended"
                  .formatted(folder),
              "hindsight: another run holds the lake; worth another try");
    }
  }

  @Test
  void onlyAVerboseCommandShowsStackTraces(@TempDir Path folder) {
    Path missing = folder.resolve("lake");

    assertThat(Captured.run("status", "--lake", missing, "-v").err())
        .contains("\tat " + StatusCommand.class.getName())
        .endsWith("or run: hindsight nightly" + System.lineSeparator());
  }

  private static LakeHeldException held(Path folder) throws IOException {
    try (LakeLock first = LakeLock.take(new Lake(folder), "a test");
        LakeLock second = LakeLock.take(new Lake(folder), "another")) {
      throw new AssertionError("taken twice: %s, %s".formatted(first, second));
    } catch (LakeHeldException e) {
      return e;
    }
  }
}
