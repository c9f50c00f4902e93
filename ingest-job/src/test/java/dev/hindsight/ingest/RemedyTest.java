package dev.hindsight.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RemedyTest {
  static Stream<Arguments> causes() {
    return Stream.of(
        Arguments.of(
            new OutOfMemoryError("Java heap space"),
            "out of memory: Java heap space;"
                + " give it more heap, such as with HINDSIGHT_JAVA_OPTS=-Xmx1g"),
        Arguments.of(
            new OutOfMemoryError("unable to create native thread"),
            "out of memory: unable to create native thread;"
                + " let the process have more threads, or the machine more memory"),
        Arguments.of(
            new NoClassDefFoundError("a/B"),
            "java.lang.NoClassDefFoundError: a/B; the program or its installation is at fault:"
                + " report it with what --verbose shows"),
        Arguments.of(
            new FileSystemException("/lake/x", null, "No space left on device"),
            "the disk is full; make room on it, and run it again"),
        Arguments.of(
            new IOException("disk gone"),
            "java.io.IOException: disk gone; run it again when that is mended"));
  }

  @ParameterizedTest
  @MethodSource("causes")
  void namesTheCauseAndWhatToDo(Throwable root, String words) {
    assertThat(Remedy.of(root)).isEqualTo(words);
  }
}
