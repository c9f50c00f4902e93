package dev.hindsight.ingest.steps;

import dev.hindsight.ingest.batches.FileTask;
import dev.hindsight.ingest.batches.Progress;
import dev.hindsight.ingest.landing.IngestHold;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.job.parameters.JobParameters;

/**
 * The files whose jobs run now, known by their batch numbers. Safe for several threads.
 *
 * <p>A job's parameters say which work it is; what the work is lies here. It does not survive the
 * process, and need not: whoever starts the job again plans it again.
 */
public final class RunningFiles {
  private final Map<Integer, RunningFile> files = new ConcurrentHashMap<>();

  /**
   * A file, what is held of the lake, who is told how far the reading is, and what went wrong
   * first: of parts that failed at once, the job only knows that some did.
   */
  public record RunningFile(
      FileTask task,
      IngestHold hold,
      Progress progress,
      AtomicReference<@Nullable Throwable> failure) {
    public RunningFile(FileTask task, IngestHold hold, Progress progress) {
      this(task, hold, progress, new AtomicReference<>());
    }
  }

  /** The file's job is about to run. */
  public void begin(RunningFile file) {
    files.put(file.task().batchNumber(), file);
  }

  /** The file's job runs no more. */
  public void end(RunningFile file) {
    files.remove(file.task().batchNumber());
  }

  RunningFile of(JobParameters parameters) {
    int batchNumber = FileParameters.batchNumber(parameters);
    return Objects.requireNonNull(
        files.get(batchNumber), () -> "Nobody began the file of batch " + batchNumber);
  }
}
