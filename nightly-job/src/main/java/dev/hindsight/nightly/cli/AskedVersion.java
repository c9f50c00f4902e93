package dev.hindsight.nightly.cli;

import dev.hindsight.datasets.lake.Lake;
import dev.hindsight.datasets.lake.VersionName;
import dev.hindsight.datasets.lake.Versions;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A version as a person names it: itself, or a date. Of a date it is the newest, and where the date
 * has none, the last before it: what was known at that time.
 *
 * @param option where it was named, for messages
 */
record AskedVersion(String option, String text) {
  private static final int MOST_NAMED = 20;

  /**
   * The version.
   *
   * @param told gets a line where the name left a choice
   * @throws UsageException naming those that there are, when there is no such version
   */
  VersionName in(Lake lake, Told told) throws IOException {
    List<VersionName> all = new Versions(lake).all();
    Optional<VersionName> exact = VersionName.parse(text).filter(all::contains);
    if (exact.isPresent()) {
      return exact.get();
    }
    VersionName found =
        date()
            .flatMap(
                date ->
                    all.stream()
                        .filter(version -> !version.asOfDate().isAfter(date))
                        .max(Comparator.naturalOrder()))
            .orElseThrow(() -> new UsageException(noneOf(all)));
    told.line(
        found.asOfDate().toString().equals(text)
            ? "version %s".formatted(found)
            : "version %s, the last before %s".formatted(found, text));
    return found;
  }

  private Optional<LocalDate> date() {
    try {
      return Optional.of(LocalDate.parse(text));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private String noneOf(List<VersionName> all) {
    String which =
        date().isPresent() ? "there is no version of %s or before" : "there is no version %s";
    return "%s: %s; there %s"
        .formatted(
            option,
            which.formatted(text),
            all.isEmpty() ? "is none yet; run: hindsight nightly" : "are " + named(all));
  }

  /** The newest ones: a lake can have kept many. */
  private static String named(List<VersionName> all) {
    int skipped = Math.max(0, all.size() - MOST_NAMED);
    String newest =
        all.stream().skip(skipped).map(VersionName::toString).collect(Collectors.joining(", "));
    return skipped == 0 ? newest : "%s and %,d older ones".formatted(newest, skipped);
  }

  /** Takes a line for the person who asked. */
  @FunctionalInterface
  interface Told {
    void line(String words);
  }
}
