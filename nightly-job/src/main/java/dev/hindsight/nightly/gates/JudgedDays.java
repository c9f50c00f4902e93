package dev.hindsight.nightly.gates;

import dev.hindsight.datasets.lake.Lake;
import dev.hindsight.datasets.lake.VersionName;
import dev.hindsight.datasets.lake.Versions;
import dev.hindsight.datasets.marts.DailyCounts;
import dev.hindsight.nightly.sql.LakeDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the last days of a candidate's feeds give to object to.
 *
 * @param obstacle why nothing can be told; absent where it can
 */
record JudgedDays(@Nullable String obstacle, List<Finding> all) {
  private static final int WEEK = 7;

  static JudgedDays of(Candidate candidate, LakeDatabase marts, GateBounds bounds)
      throws IOException {
    LocalDate asOfDate = candidate.asOfDate();
    List<VersionName> past = versionsBefore(candidate.lake(), asOfDate);
    if (past.isEmpty()) {
      return new JudgedDays("no version of an earlier date", List.of());
    }
    List<Path> pastCounts = countsOf(candidate.lake(), asOfDate, past);
    List<Finding> findings = new ArrayList<>();
    boolean isTold = false;
    for (CountedFeed feed : CountedFeed.values()) {
      DailyHistory history = DailyHistory.of(feed, marts, asOfDate, pastCounts);
      DayGates days = new DayGates(feed, history, asOfDate, bounds);
      isTold |= days.isTold();
      findings.addAll(days.findings(firstDay(asOfDate, past)));
    }
    String obstacle =
        isTold ? null : "fewer than %d weeks are known".formatted(UsualCount.FEWEST_WEEKS);
    return new JudgedDays(obstacle, findings);
  }

  List<Finding> findings(Gate gate) {
    return all.stream().filter(finding -> finding.gate() == gate).toList();
  }

  /** The first version of each date before that one, oldest first. */
  private static List<VersionName> versionsBefore(Lake lake, LocalDate asOfDate)
      throws IOException {
    return List.copyOf(
        new Versions(lake)
            .all().stream()
                .filter(version -> version.asOfDate().isBefore(asOfDate))
                .collect(
                    Collectors.toMap(
                        VersionName::asOfDate,
                        version -> version,
                        (first, second) -> first,
                        TreeMap::new))
                .values());
  }

  /** Where versions of the days that are compared with say what was known of these then. */
  private static List<Path> countsOf(Lake lake, LocalDate asOfDate, List<VersionName> past) {
    String mart = DailyCounts.CONTRACT.name();
    return past.stream()
        .filter(version -> !version.asOfDate().isBefore(DailyHistory.firstDay(asOfDate)))
        .map(version -> lake.version(version).resolve(mart).resolve(version.fileName(mart, 0)))
        .filter(Files::exists)
        .toList();
  }

  /**
   * The last week, and all that is new since the last version; no day that the first kept version
   * had already.
   */
  private static LocalDate firstDay(LocalDate asOfDate, List<VersionName> past) {
    LocalDate sinceLast = past.get(past.size() - 1).asOfDate().plusDays(1);
    LocalDate week = asOfDate.minusDays(WEEK - 1L);
    LocalDate asked = sinceLast.isBefore(week) ? sinceLast : week;
    LocalDate most = asOfDate.minusDays(DayGates.MOST_DAYS - 1L);
    LocalDate sinceFirst = past.get(0).asOfDate().plusDays(1);
    return List.of(asked, most, sinceFirst).stream().max(Comparator.naturalOrder()).orElseThrow();
  }
}
