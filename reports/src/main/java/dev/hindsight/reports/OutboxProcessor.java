package dev.hindsight.reports;

import dev.hindsight.datasets.marts.SellerReport;
import dev.hindsight.reports.outbox.Outbox;
import java.io.IOException;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.item.ItemProcessor;
import org.springframework.batch.infrastructure.item.ItemStream;
import org.springframework.batch.infrastructure.item.ItemStreamException;

/**
 * Renders reports and writes them aside, where nobody looks for them yet; of each it yields the
 * seller's id once it is on the disk. A restart begins with an empty folder; safe for several
 * threads once open. Not final: the step's scope puts a proxy in front of it.
 */
class OutboxProcessor implements ItemProcessor<SellerReport, String>, ItemStream {
  private final ReportRenderer renderer;
  private final Outbox outbox;
  private final ReadWriteLock writing = new ReentrantReadWriteLock();
  private boolean isOpen;

  OutboxProcessor(ReportRenderer renderer, Outbox outbox) {
    this.renderer = renderer;
    this.outbox = outbox;
  }

  @Override
  public void open(ExecutionContext context) {
    writing.writeLock().lock();
    try {
      outbox.begin();
      isOpen = true;
    } catch (IOException e) {
      throw new ItemStreamException(
          "Outbox %s cannot be written: %s".formatted(outbox.root(), e.getMessage()), e);
    } finally {
      writing.writeLock().unlock();
    }
  }

  @Override
  public String process(SellerReport report) throws IOException {
    writing.readLock().lock();
    try {
      if (!isOpen) {
        throw new IllegalStateException("Outbox %s is written no more".formatted(outbox.root()));
      }
      outbox.write(renderer.render(report));
      return report.sellerId();
    } finally {
      writing.readLock().unlock();
    }
  }

  /** Waits for what is being written: a step that fails leaves its threads behind. */
  @Override
  public void close() {
    writing.writeLock().lock();
    isOpen = false;
    writing.writeLock().unlock();
  }
}
