package dev.hindsight.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.hindsight.analytics.Tasks.Made;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(10)
class TasksTest {
  private final AtomicInteger cancellations = new AtomicInteger();

  @Test
  void tasksRunSideBySide() throws IOException {
    CountDownLatch bothRun = new CountDownLatch(2);
    try (Tasks tasks = tasks(2)) {
      for (int task = 0; task < 2; task++) {
        tasks.begin(
            () -> {
              bothRun.countDown();
              return bothRun.await(5, TimeUnit.SECONDS);
            });
      }
      tasks.finish();
    }

    assertThat(bothRun.getCount()).isZero();
  }

  @Test
  void aTaskWaitsForWhatItBuildsOnEvenOnOneThread() throws IOException {
    try (Tasks tasks = tasks(1)) {
      Made<Integer> first = tasks.begin(() -> 20);
      Made<Integer> second = tasks.begin(() -> first.get() + 1);
      Made<Integer> third = tasks.begin(() -> first.get() * second.get());
      tasks.finish();

      assertThat(third.get()).isEqualTo(420);
    }
  }

  @Test
  void theFirstFailureIsThrownAndNoOtherTaskBegins() {
    List<String> ran = new CopyOnWriteArrayList<>();
    IOException cause = new IOException("disk full");

    assertThatExceptionOfType(IOException.class)
        .isThrownBy(
            () -> {
              try (Tasks tasks = tasks(1)) {
                Made<String> broken =
                    tasks.begin(
                        () -> {
                          throw cause;
                        });
                tasks.begin(() -> ran.add("dependent on " + broken.get()));
                tasks.begin(() -> ran.add("independent"));
                tasks.finish();
              }
            })
        .isSameAs(cause);
    assertThat(ran).isEmpty();
    assertThat(cancellations).hasValue(1);
  }

  @Test
  void whatFailsBecauseOfAnotherIsNotTheReason() {
    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(
            () -> {
              try (Tasks tasks = tasks(3)) {
                Made<String> broken =
                    tasks.begin(
                        () -> {
                          Thread.sleep(50);
                          throw new IllegalArgumentException("no such column");
                        });
                tasks.begin(broken::get);
                tasks.begin(broken::get);
                tasks.finish();
              }
            })
        .withMessage("no such column");
  }

  @Test
  void anErrorIsNotSwallowed() {
    assertThatExceptionOfType(IllegalStateException.class)
        .isThrownBy(
            () -> {
              try (Tasks tasks = tasks(1)) {
                tasks.begin(
                    () -> {
                      throw new OutOfMemoryError("Java heap space");
                    });
                tasks.finish();
              }
            })
        .withMessage(
            "A task of the analysis has failed: java.lang.OutOfMemoryError: Java heap space");
  }

  private Tasks tasks(int atOnce) {
    return new Tasks(atOnce, cancellations::incrementAndGet);
  }
}
