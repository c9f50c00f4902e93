package dev.hindsight.nightly;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A running night with the processes that it had started when it was looked at, Spark's above all.
 */
record NightProcess(Process night, List<ProcessHandle> children) {
  private static final int LONGEST_SECONDS = 5;
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(4);
  private static final int WATCHED_MILLISECONDS = 1_000;

  static NightProcess of(Process night) {
    return new NightProcess(night, night.descendants().toList());
  }

  /**
   * As soon as there is something of that name in the place, and not before; what an earlier night
   * left there does not count.
   *
   * @param err what the night says, for who asks why it never came so far
   */
  static NightProcess whenThereIs(Process night, Path place, String name, Path err)
      throws IOException, InterruptedException {
    Instant begun = Instant.now();
    while (!isThere(place, name, begun)) {
      assertThat(Instant.now()).as("%s, %s", place, name).isBefore(begun.plus(LONGEST_WAIT));
      assertThat(night.isAlive()).as(Files.readString(err)).isTrue();
      Thread.sleep(10);
    }
    return of(night);
  }

  private static boolean isThere(Path place, String name, Instant begun) throws IOException {
    if (!Files.exists(place)) {
      return false;
    }
    try (Stream<Path> tree = Files.walk(place)) {
      return tree.filter(path -> String.valueOf(path.getFileName()).contains(name))
          .anyMatch(path -> isNew(path, begun));
    } catch (UncheckedIOException e) {
      return false; // renamed under the walk
    }
  }

  private static boolean isNew(Path path, Instant begun) {
    try {
      return Objects.requireNonNull(Files.getLastModifiedTime(path)).toInstant().isAfter(begun);
    } catch (IOException e) {
      return false;
    }
  }

  /**
   * The night has ended: its children end by themselves, and then no file of lake, outbox and job
   * repository changes any more.
   */
  void assertNothingGoesOn(Path lakes) throws Exception {
    for (ProcessHandle child : children) {
      child.onExit().get(LONGEST_SECONDS, TimeUnit.SECONDS); // nobody kills it
      assertThat(child.isAlive()).as("process %d", child.pid()).isFalse();
    }
    Map<String, String> files = files(lakes);
    Thread.sleep(WATCHED_MILLISECONDS);
    assertThat(files(lakes)).isEqualTo(files);
  }

  /** Every file with its size and the time of its last change. */
  private static Map<String, String> files(Path lakes) throws IOException {
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> tree = Files.walk(lakes)) {
      for (Path path : tree.filter(Files::isRegularFile).toList()) {
        BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
        files.put(
            lakes.relativize(path).toString(),
            attributes.size() + " bytes, " + attributes.lastModifiedTime());
      }
    }
    return files;
  }
}
