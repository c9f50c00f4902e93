package dev.hindsight.ingest;

import dev.hindsight.ingest.adjustments.IngestAdjustmentsConfiguration;
import dev.hindsight.ingest.batches.CheckResult;
import dev.hindsight.ingest.batches.FileCheck;
import dev.hindsight.ingest.batches.RejectBudget;
import dev.hindsight.ingest.bounces.IngestBouncesConfiguration;
import dev.hindsight.ingest.disputes.IngestDisputeEventsConfiguration;
import dev.hindsight.ingest.feeds.Feed;
import dev.hindsight.ingest.rows.FeedRecords;
import dev.hindsight.ingest.rows.SourceFormat;
import dev.hindsight.ingest.sellers.IngestSellersConfiguration;
import dev.hindsight.ingest.transactions.IngestTransactionsConfiguration;
import dev.hindsight.ingest.unsubscribes.IngestUnsubscribesConfiguration;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** Tells whoever writes an export what would become of it; nothing lands. */
public record ExportCheck(RejectBudget budget, InstantSource clock) {

  /** Reads the file to its end. */
  public CheckResult of(Path file, SourceFormat format) throws IOException {
    LocalDate tomorrow = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusDays(1);
    return new FileCheck(records(format.feed()), budget, tomorrow).of(file, format);
  }

  private static FeedRecords records(Feed feed) {
    return switch (feed) {
      case TRANSACTIONS -> IngestTransactionsConfiguration.RECORDS;
      case DISPUTE_EVENTS -> IngestDisputeEventsConfiguration.RECORDS;
      case SELLERS -> IngestSellersConfiguration.RECORDS;
      case ADJUSTMENTS -> IngestAdjustmentsConfiguration.RECORDS;
      case UNSUBSCRIBES -> IngestUnsubscribesConfiguration.RECORDS;
      case BOUNCES -> IngestBouncesConfiguration.RECORDS;
    };
  }
}
