package dev.hindsight.ingest.steps;

import dev.hindsight.ingest.batches.FileTask;
import dev.hindsight.ingest.csv.CsvFile;
import dev.hindsight.ingest.csv.CsvRow;
import dev.hindsight.ingest.csv.FeedColumns;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.item.ItemStreamException;
import org.springframework.batch.infrastructure.item.ItemStreamReader;

/**
 * Reads a file's rows. Keeps no state: a restart reads the file from its start. Not safe for
 * several threads.
 */
public class CsvRowReader implements ItemStreamReader<CsvRow>, StepExecutionListener {
  private final FileTask task;
  private final FeedColumns columns;
  private List<String> unknownColumns = List.of();
  private @Nullable CsvFile file;

  public CsvRowReader(FileTask task, FeedColumns columns) {
    this.task = task;
    this.columns = columns;
  }

  @Override
  public void open(ExecutionContext context) {
    file = CsvFile.open(task.file().path(), columns);
    unknownColumns = file.header().unknownColumns();
  }

  @Override
  public @Nullable CsvRow read() {
    return Objects.requireNonNull(file, "read before open").next();
  }

  /** Says in the step's exit description which columns were not used. */
  @Override
  public ExitStatus afterStep(StepExecution step) {
    ExitStatus status = step.getExitStatus();
    if (unknownColumns.isEmpty()
        || !ExitStatus.COMPLETED.getExitCode().equals(status.getExitCode())) {
      return status;
    }
    return status.addExitDescription(
        "%s:1: columns not used: %s"
            .formatted(task.file().name(), String.join(", ", unknownColumns)));
  }

  @Override
  public void close() {
    try {
      if (file != null) {
        file.close();
        file = null;
      }
    } catch (IOException e) {
      throw new ItemStreamException(e);
    }
  }
}
