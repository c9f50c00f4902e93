package dev.hindsight.analytics;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Tasks that run side by side, so many at a time, in the order in which they were begun. A task may
 * wait for what those begun before it make, never for later ones: so none waits for ever. When one
 * fails, no other begins any more.
 */
final class Tasks implements AutoCloseable {
  private final ExecutorService threads;
  private final Runnable cancelJobs;
  private final List<Future<?>> begun = new ArrayList<>();
  private final AtomicReference<@Nullable Throwable> firstFailure = new AtomicReference<>();

  /** What a task makes. */
  interface Made<T> {
    /** Waits for it. */
    T get();
  }

  /**
   * @param atOnce how many run at a time
   * @param cancelJobs ends what the tasks do elsewhere, once one of them has failed
   */
  Tasks(int atOnce, Runnable cancelJobs) {
    this.threads = Executors.newFixedThreadPool(atOnce, Tasks::thread);
    this.cancelJobs = cancelJobs;
  }

  <T> Made<T> begin(Callable<T> work) {
    Future<T> result = threads.submit(() -> unlessFailed(work));
    begun.add(result);
    return () -> awaited(result);
  }

  /** Waits for all; throws what the first that failed has thrown. */
  void finish() throws IOException {
    for (Future<?> task : begun) {
      try {
        awaited(task);
      } catch (CancellationException e) {
        // the first failure tells why
      }
    }
    Throwable failure = firstFailure.get();
    if (failure instanceof IOException e) {
      throw e;
    }
    if (failure instanceof RuntimeException e) {
      throw e;
    }
    if (failure != null) {
      throw new IllegalStateException("A task of the analysis has failed: " + failure, failure);
    }
  }

  /** Interrupts what still runs. */
  @Override
  public void close() {
    threads.shutdownNow();
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "analysis");
    thread.setDaemon(true);
    return thread;
  }

  private <T> T unlessFailed(Callable<T> work) throws Exception {
    if (firstFailure.get() != null) {
      throw new CancellationException("Another task has failed");
    }
    try {
      return work.call();
    } catch (Exception | Error e) {
      if (firstFailure.compareAndSet(null, e)) {
        cancelJobs.run();
      }
      throw e;
    }
  }

  private static <T> T awaited(Future<T> result) {
    try {
      return result.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw cancelled(e);
    } catch (ExecutionException e) {
      throw cancelled(e);
    }
  }

  private static CancellationException cancelled(Exception cause) {
    CancellationException cancelled = new CancellationException("A task has made nothing");
    cancelled.initCause(cause);
    return cancelled;
  }
}
