package dev.hindsight.nightly.gates;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What is asked of a candidate; each gate stops publication by itself. */
public enum Gate {
  /** A day without transactions, or without events, where there always are some. */
  MISSING_DAY("land the day's file and run again", true),
  /** A day whose counts are beyond what such days had. */
  DAILY_COUNTS("see whether the day's file is whole, land it again and run again", true),
  /** Disputes that name transactions which have not landed. */
  MISSING_TRANSACTIONS("land the transactions that the disputes name and run again", false),
  /** Marts that do not say the same of what both count. */
  SUMS("the analysis has miscounted: tell whoever maintains the program", false);

  private final String remedy;
  private final boolean isOfDays;

  Gate(String remedy, boolean isOfDays) {
    this.remedy = remedy;
    this.isOfDays = isOfDays;
  }

  /** Its name on the command line and in records. */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public static Optional<Gate> of(String key) {
    return Arrays.stream(values()).filter(gate -> gate.key().equals(key)).findFirst();
  }

  public static List<String> keys() {
    return Arrays.stream(values()).map(Gate::key).toList();
  }

  /** What mends the usual reason. */
  String remedy() {
    return remedy;
  }

  /** Whether it judges days one by one, rather than the version. */
  boolean isOfDays() {
    return isOfDays;
  }
}
