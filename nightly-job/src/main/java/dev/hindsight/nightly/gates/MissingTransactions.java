package dev.hindsight.nightly.gates;

import dev.hindsight.nightly.sql.LakeDatabase;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.apache.commons.numbers.gamma.RegularizedBeta;
import org.jspecify.annotations.Nullable;

/**
 * How many of the disputes opened in the window name a transaction that has not landed. Those
 * opened in the first weeks of the transaction log are left out: their orders may be older than it.
 *
 * @param obstacle why nothing can be told; absent where it can
 */
record MissingTransactions(long named, long missing, @Nullable String obstacle) {
  /** After so many days few disputes are about older orders. */
  private static final int FIRST_DAYS = 60;

  /** Of so many disputes so many are missing by chance in fewer nights than this share. */
  private static final double CHANCE = 0.025;

  private static final String QUESTION =
      """
      SELECT (SELECT count(*) FROM daily_counts WHERE transaction_count > 0),
        count(transaction_id),
        count(transaction_id) FILTER (NOT is_transaction_found)
      FROM disputes
      WHERE opened_date >= DATE '%s' AND opened_date >= %d + coalesce(
        (SELECT min(counted_date) FROM daily_counts WHERE transaction_count > 0), opened_date)""";

  static MissingTransactions of(Candidate candidate, LakeDatabase marts) throws IOException {
    List<@Nullable Object> row =
        Rows.of(marts, QUESTION.formatted(candidate.manifest().windowStartDate(), FIRST_DAYS))
            .get(0);
    long days = Rows.number(row, 0);
    long named = Rows.number(row, 1);
    String obstacle =
        days == 0
            ? "no transactions have landed"
            : named == 0 ? "no dispute of the window names one that could be known" : null;
    return new MissingTransactions(named, Rows.number(row, 2), obstacle);
  }

  /** Whether more than that share is missing, beyond chance: by the binomial's exact tail. */
  boolean isBeyond(double share) {
    return missing > share * named
        && RegularizedBeta.value(share, missing, named - missing + 1.0) < CHANCE;
  }

  String numbers(double share) {
    return String.format(
        Locale.ROOT,
        "%,d of %,d disputes opened in the window (%.1f %%) name a transaction that has not landed; %.1f %% are allowed",
        missing,
        named,
        100.0 * missing / named,
        100 * share);
  }
}
