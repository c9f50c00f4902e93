package dev.hindsight.nightly.retention;

import dev.hindsight.datasets.lake.VersionName;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * How long versions are kept (DECISIONS.md, "How long is a version kept?").
 *
 * @param nights as-of dates, the newest ones, of which the newest version is kept; 0: every version
 *     is kept
 * @param monthEnds months, the newest ones, of whose last date the newest version is kept
 * @param readers for so long a version is kept after readers could last be told to read it
 */
public record Retention(int nights, int monthEnds, Duration readers) {
  /** Every version is kept. */
  public static final Retention ALL = new Retention(0, 0, Duration.ZERO);

  public Retention {
    if (nights < 0 || monthEnds < 0 || readers.isNegative()) {
      throw new IllegalArgumentException("nothing is kept for less than no time");
    }
  }

  /**
   * The versions that may go, oldest first.
   *
   * @param current what the pointer names
   */
  List<VersionName> removable(List<KeptVersion> versions, VersionName current, Instant now) {
    if (nights == 0) {
      return List.of();
    }
    Set<VersionName> kept = new HashSet<>(newestOfDates(versions));
    kept.add(current);
    versions.stream()
        .filter(version -> mayBeRead(version, versions, now))
        .forEach(version -> kept.add(version.name()));
    kept.addAll(before(kept, versions));
    return versions.stream()
        .map(KeptVersion::name)
        .filter(Predicate.not(kept::contains))
        .sorted()
        .toList();
  }

  private Set<VersionName> newestOfDates(List<KeptVersion> versions) {
    Map<LocalDate, VersionName> dates = newestBy(versions, KeptVersion::date);
    Map<YearMonth, VersionName> months =
        newestBy(versions, version -> YearMonth.from(version.date()));
    Set<VersionName> kept = new HashSet<>(newest(dates.values(), nights));
    kept.addAll(newest(months.values(), monthEnds));
    return kept;
  }

  private static <K> Map<K, VersionName> newestBy(
      List<KeptVersion> versions, Function<KeptVersion, K> group) {
    return versions.stream()
        .collect(
            Collectors.toMap(
                group, KeptVersion::name, (one, other) -> one.compareTo(other) > 0 ? one : other));
  }

  private static List<VersionName> newest(Collection<VersionName> versions, int count) {
    return versions.stream().sorted(Comparator.reverseOrder()).limit(count).toList();
  }

  /** Whether the pointer named it lately; of one that it never named, whether it is young. */
  private boolean mayBeRead(KeptVersion version, List<KeptVersion> versions, Instant now) {
    return versions.stream()
        .filter(later -> later.name().compareTo(version.name()) > 0)
        .map(KeptVersion::createdAt)
        .map(made -> made.isBefore(version.createdAt()) ? version.createdAt() : made)
        .min(Comparator.naturalOrder())
        .map(last -> last.plus(readers).isAfter(now))
        .orElse(true);
  }

  /**
   * What the kept ones were compared with, and what their dates would be made again from: the
   * newest of an earlier date. Not in turn what those were: then none would ever go.
   */
  private static Set<VersionName> before(Set<VersionName> kept, List<KeptVersion> versions) {
    Set<VersionName> before = new HashSet<>();
    for (KeptVersion version : versions) {
      if (kept.contains(version.name())) {
        Optional.ofNullable(version.comparedWith()).ifPresent(before::add);
        versions.stream()
            .filter(other -> other.date().isBefore(version.date()))
            .map(KeptVersion::name)
            .max(Comparator.naturalOrder())
            .ifPresent(before::add);
      }
    }
    return before;
  }
}
