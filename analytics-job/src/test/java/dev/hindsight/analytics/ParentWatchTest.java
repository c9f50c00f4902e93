package dev.hindsight.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ParentWatchTest {
  /** What the child runs: it never ends by itself. */
  public static void main(String[] arguments) throws InterruptedException {
    ParentWatch.start();
    System.out.println("watching");
    Thread.sleep(TimeUnit.MINUTES.toMillis(5));
  }

  @Test
  void childEndsWhenItsParentClosesItsInput() throws IOException, InterruptedException {
    Process child =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                ParentWatchTest.class.getName())
            .start();
    try {
      assertThat(child.inputReader(StandardCharsets.UTF_8).readLine()).isEqualTo("watching");
      child.getOutputStream().write('\n');
      child.getOutputStream().flush();
      assertThat(child.waitFor(500, TimeUnit.MILLISECONDS)).isFalse();

      child.getOutputStream().close();

      assertThat(child.waitFor(30, TimeUnit.SECONDS)).isTrue();
      assertThat(child.exitValue()).isEqualTo(130);
    } finally {
      child.destroyForcibly();
    }
  }
}
