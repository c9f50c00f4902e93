package dev.hindsight.ingest.steps;

import dev.hindsight.ingest.batches.FileTask;
import dev.hindsight.ingest.batches.Progress;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.batch.core.job.parameters.JobParameters;

/**
 * The files whose jobs run now, known by their batch numbers. Safe for several threads.
 *
 * <p>A job's parameters say which work it is; what the work is lies here. It does not survive the
 * process, and need not: whoever starts the job again plans it again.
 */
public final class RunningFiles {
  private final Map<Integer, RunningFile> files = new ConcurrentHashMap<>();

  /** A file, and who is told how far the reading is. */
  public record RunningFile(FileTask task, Progress progress) {}

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
