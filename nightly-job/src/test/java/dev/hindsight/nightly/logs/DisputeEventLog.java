package dev.hindsight.nightly.logs;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.SplittableRandom;

/** Disputes from their opening to their decision and close, one after the other. */
final class DisputeEventLog {
  private static final String HEADER =
      "event_id,dispute_id,seller_id,event_type,occurred_at,transaction_id,cause,outcome";
  private static final long START = Instant.parse("2025-01-10T06:00:00Z").getEpochSecond();
  private static final long HOUR = 3600;
  private static final byte[][] TYPES =
      CsvBytes.cells("OPENED", "SELLER_REPLIED", "ESCALATED", "DECIDED", "CLOSED");
  private static final byte[][] CAUSES =
      CsvBytes.cells("DEFECTIVE", "NOT_RECEIVED", "NOT_AS_DESCRIBED", "ARRIVED_LATE");
  private static final byte[][] OUTCOMES =
      CsvBytes.cells("SELLER_FAVOUR", "BUYER_FAVOUR", "PARTIAL");

  private final SplittableRandom random;

  DisputeEventLog(SplittableRandom random) {
    this.random = random;
  }

  void write(Path file, long firstNumber, long disputes) throws IOException {
    try (CsvBytes csv = CsvBytes.open(file, HEADER)) {
      for (long number = firstNumber; number < firstNumber + disputes; number++) {
        writeDispute(csv, number);
      }
    }
  }

  private void writeDispute(CsvBytes csv, long number) throws IOException {
    int seller = Catalogue.seller(random);
    long occurredAt = START + number * 30;
    for (int step = 0; step < TYPES.length; step++) {
      csv.identifier('e', number * TYPES.length + step, 8)
          .identifier('d', number, 7)
          .identifier('s', seller, 5)
          .text(TYPES[step])
          .instant(occurredAt)
          .identifier('t', number, 8)
          .text(step == 0 ? any(CAUSES) : CsvBytes.ABSENT)
          .text(step == 3 ? any(OUTCOMES) : CsvBytes.ABSENT)
          .endRow();
      occurredAt += random.nextLong(HOUR, 72 * HOUR);
    }
  }

  private byte[] any(byte[][] cells) {
    return cells[random.nextInt(cells.length)];
  }
}
