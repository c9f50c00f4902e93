package dev.hindsight.reports;

import dev.hindsight.datasets.marts.SellerReport;
import dev.hindsight.reports.outbox.Outbox;
import java.io.IOException;
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

  OutboxProcessor(ReportRenderer renderer, Outbox outbox) {
    this.renderer = renderer;
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
  public String process(SellerReport report) throws IOException {
    outbox.write(renderer.render(report));
    return report.sellerId();
  }
}
