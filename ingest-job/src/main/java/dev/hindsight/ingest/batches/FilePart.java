package dev.hindsight.ingest.batches;

import com.jerolba.carpet.CarpetWriter;
import dev.hindsight.datasets.lake.DurableFiles;
import dev.hindsight.datasets.landed.Reject;
import dev.hindsight.ingest.manifests.ManifestJson;
import dev.hindsight.ingest.rows.Problem;
import java.io.Closeable;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The rows and rejects of a file while they are written, under the lake's work folder. Not safe for
 * several threads.
 *
 * @param <T> the rows' contract
 */
public final class FilePart<T extends Record> implements Closeable {
  private final FileTask task;
  private final CarpetWriter<T> rows;
  private final TreeSet<LocalDate> dates = new TreeSet<>();
  private @Nullable CarpetWriter<Reject> rejects;
  private @Nullable LocalDate lastDate;
  private @Nullable String firstProblem;
  private long acceptedCount;
  private long rejectedCount;
  private boolean isClosed;

  private FilePart(FileTask task, CarpetWriter<T> rows) {
    this.task = task;
    this.rows = rows;
  }

  /** Begins the file's part anew: what an earlier attempt left is removed. */
  public static <T extends Record> FilePart<T> begin(FileTask task, Class<T> rowType)
      throws IOException {
    DurableFiles.deleteTree(task.workFolder());
    return new FilePart<>(task, ParquetPart.in(task.workOfRows(), rowType));
  }

  public void accept(T row, @Nullable LocalDate date) throws IOException {
    rows.write(row);
    acceptedCount++;
    if (date != null && !date.equals(lastDate)) {
      dates.add(date);
      lastDate = date;
    }
  }

  public void reject(List<Problem> problems) throws IOException {
    rejectedCount++;
    for (Problem problem : problems) {
      openRejects().write(reject(problem));
      firstProblem = firstProblem == null ? problem.text() : firstProblem;
    }
  }

  /** Completes the part: only one that is complete can land. */
  public void finish() throws IOException {
    close();
    ManifestJson.write(
        task.countsFile(),
        new PartCounts(acceptedCount, rejectedCount, List.copyOf(dates), firstProblem));
  }

  @Override
  public void close() throws IOException {
    if (isClosed) {
      return;
    }
    isClosed = true;
    try (CarpetWriter<Reject> closed = rejects) {
      rows.close();
    }
  }

  private CarpetWriter<Reject> openRejects() throws IOException {
    if (rejects == null) {
      rejects = ParquetPart.in(task.workOfRejects(), Reject.class);
    }
    return rejects;
  }

  private Reject reject(Problem problem) {
    return new Reject(
        task.dataset(),
        problem.at().fileName(),
        problem.at().line(),
        problem.column(),
        problem.reason().name(),
        problem.message(),
        problem.shownValue(),
        task.batchNumber());
  }
}
