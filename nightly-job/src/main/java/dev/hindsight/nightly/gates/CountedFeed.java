package dev.hindsight.nightly.gates;

import dev.hindsight.datasets.contract.Field;
import dev.hindsight.datasets.marts.DailyCounts;

/** What the gates of days count. */
enum CountedFeed {
  TRANSACTIONS("transactions", DailyCounts.TRANSACTION_COUNT),
  EVENTS("dispute events", DailyCounts.EVENT_COUNT);

  private final String title;
  private final Field column;

  CountedFeed(String title, Field column) {
    this.title = title;
    this.column = column;
  }

  String title() {
    return title;
  }

  /** Where {@code daily_counts} has it. */
  Field column() {
    return column;
  }
}
