package dev.hindsight.reports;

import dev.hindsight.reports.outbox.Outbox;
import dev.hindsight.reports.outbox.OutboxEntry;
import java.io.IOException;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.item.ItemStreamException;
import org.springframework.batch.infrastructure.item.ItemStreamWriter;

/**
 * Writes reports aside, where nobody looks for them yet. A restart begins with an empty folder;
 * safe for several threads once open.
 */
final class OutboxWriter implements ItemStreamWriter<OutboxEntry> {
  private final Outbox outbox;

  OutboxWriter(Outbox outbox) {
    this.outbox = outbox;
  }

  @Override
  public void open(ExecutionContext context) {
    try {
      outbox.begin();
    } catch (IOException e) {
      throw new ItemStreamException(
          "Outbox %s cannot be written: %s".formatted(outbox.root(), e.getMessage()), e);
    }
  }

  @Override
  public void write(Chunk<? extends OutboxEntry> entries) throws IOException {
    for (OutboxEntry entry : entries) {
      outbox.write(entry);
    }
  }
}
