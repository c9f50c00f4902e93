package dev.hindsight.nightly.logs;

import java.io.IOException;
import java.nio.file.Path;
import java.util.SplittableRandom;

/**
 * Writes logs in the canonical formats; the same seed makes the same bytes. A name that ends in
 * {@code .gz} makes a compressed file.
 *
 * @param seed from which everything is drawn
 * @param wrongEvery one transaction in so many cannot be taken; 0 for none
 */
public record LandingLogs(long seed, int wrongEvery) {

  /** Logs of valid rows only. */
  public static LandingLogs of(long seed) {
    return new LandingLogs(seed, 0);
  }

  /** Order lines numbered from the first one on; two files of other numbers share no key. */
  public void transactions(Path file, long firstNumber, long rows) throws IOException {
    new TransactionLog(randomOf(firstNumber), wrongEvery).write(file, firstNumber, rows);
  }

  /** The events, five of each, of disputes about the transactions of the same numbers. */
  public void disputeEvents(Path file, long firstNumber, long disputes) throws IOException {
    new DisputeEventLog(randomOf(firstNumber)).write(file, firstNumber, disputes);
  }

  /** Names, addresses, locales and time zones of all sellers. */
  public void sellers(Path file) throws IOException {
    SellerList.write(file);
  }

  private SplittableRandom randomOf(long firstNumber) {
    return new SplittableRandom(seed * 31 + firstNumber);
  }
}
