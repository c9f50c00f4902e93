package dev.hindsight.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ParentWatchTest {
  private static final int KILLED = 128 + 9;

  /** What the child runs: it never ends by itself. */
  public static void main(String[] arguments) throws InterruptedException {
    ParentWatch.start();
    System.out.println("watching");
    Thread.sleep(TimeUnit.MINUTES.toMillis(5));
  }

  @Test
  void childEndsWhenItsParentClosesItsInputAndArchivesNothing(@TempDir Path folder)
      throws IOException, InterruptedException {
    Path archive = folder.resolve("classes.jsa");
    Process child =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:ArchiveClassesAtExit=" + archive,
                "-cp",
                jar(folder).toString(),
                ParentWatchTest.class.getName())
            .start();
    try {
      assertThat(child.inputReader(StandardCharsets.UTF_8).readLine()).isEqualTo("watching");
      child.getOutputStream().write('\n');
      child.getOutputStream().flush();
      assertThat(child.waitFor(500, TimeUnit.MILLISECONDS)).isFalse();

      child.getOutputStream().close();

      assertThat(child.waitFor(30, TimeUnit.SECONDS)).isTrue();
      assertThat(child.exitValue()).isEqualTo(KILLED);
      assertThat(archive).doesNotExist();
    } finally {
      child.destroyForcibly();
    }
  }

  /** Java archives no class of a folder. */
  private static Path jar(Path folder) throws IOException {
    Path jar = folder.resolve("classes.jar");
    try (JarOutputStream entries = new JarOutputStream(Files.newOutputStream(jar))) {
      for (Class<?> one : List.of(ParentWatch.class, ParentWatchTest.class)) {
        String name = one.getName().replace('.', '/') + ".class";
        entries.putNextEntry(new JarEntry(name));
        try (InputStream content = one.getClassLoader().getResourceAsStream(name)) {
          Objects.requireNonNull(content).transferTo(entries);
        }
      }
    }
    return jar;
  }
}
