package dev.hindsight.ingest.steps;

import dev.hindsight.ingest.batches.FilePart;
import dev.hindsight.ingest.batches.FileTask;
import dev.hindsight.ingest.rows.ParsedRow;
import dev.hindsight.ingest.rows.RowParser;
import java.io.IOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.item.ItemStreamException;
import org.springframework.batch.infrastructure.item.ItemStreamWriter;

/**
 * Writes accepted rows and rejects. Keeps no state: a restart begins the file anew. Not safe for
 * several threads.
 *
 * <p>The part is completed after the last row and before the step has succeeded: Spring Batch
 * closes its streams only after that, and a failure then would be logged and forgotten.
 *
 * @param <T> the rows' contract
 */
public class FilePartWriter<T extends Record>
    implements ItemStreamWriter<ParsedRow<T>>, StepExecutionListener {
  private final FileTask task;
  private final Class<T> rowType;
  private final RowParser<T> parser;
  private @Nullable FilePart<T> part;

  public FilePartWriter(FileTask task, Class<T> rowType, RowParser<T> parser) {
    this.task = task;
    this.rowType = rowType;
    this.parser = parser;
  }

  @Override
  public void open(ExecutionContext context) {
    try {
      part = FilePart.begin(task, rowType);
    } catch (IOException e) {
      throw new ItemStreamException(e);
    }
  }

  @Override
  public void write(Chunk<? extends ParsedRow<T>> rows) throws IOException {
    FilePart<T> open = Objects.requireNonNull(part, "written before open");
    for (ParsedRow<T> row : rows) {
      Writing writing =
          row.fold(
              accepted -> () -> open.accept(accepted, parser.dateOf(accepted)),
              problems -> () -> open.reject(problems));
      writing.run();
    }
  }

  private interface Writing {
    void run() throws IOException;
  }

  @Override
  public @Nullable ExitStatus afterStep(StepExecution step) {
    if (part == null || step.getStatus() != BatchStatus.COMPLETED) {
      return null;
    }
    try {
      part.finish();
      return null;
    } catch (IOException e) {
      step.addFailureException(e);
      step.setStatus(BatchStatus.FAILED);
      return ExitStatus.FAILED.addExitDescription(e);
    }
  }

  @Override
  public void close() {
    try {
      if (part != null) {
        part.close();
      }
    } catch (IOException e) {
      throw new ItemStreamException(e);
    }
  }
}
