package dev.hindsight.reports.overview;

import dev.hindsight.datasets.marts.CategoryBenchmark;
import dev.hindsight.reports.wording.CauseNames;
import dev.hindsight.reports.wording.Excerpt;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which causes are disputed in which categories.
 *
 * @param categories the largest ones, largest first
 * @param causes those with most disputed order lines, most first
 * @param leftOutCategoryCount categories beyond those
 * @param leftOutCauseCount causes beyond those
 */
public record CausesByCategory(
    List<Category> categories,
    List<Cause> causes,
    long leftOutCategoryCount,
    long leftOutCauseCount) {
  static final int MOST_CATEGORIES = 16;
  static final int MOST_CAUSES = 14;
  private static final int NAME_LENGTH = 40;
  private static final double PER = 1_000;

  public CausesByCategory {
    categories = List.copyOf(categories);
    causes = List.copyOf(causes);
  }

  /** A category and its order lines of the window. */
  public record Category(String name, long lines) {}

  /** A cause's disputed order lines, category by category. */
  public record Cause(String name, List<Long> disputed) {
    public Cause {
      disputed = List.copyOf(disputed);
    }
  }

  /** What of a row of {@code category_benchmarks} is shown. */
  record Row(String category, String cause, long transactionCount, long disputedTransactionCount) {}

  static CausesByCategory of(Marts marts) throws IOException {
    List<Row> rows = new ArrayList<>();
    marts.read(CategoryBenchmark.CONTRACT, Row.class, rows::add);
    return of(rows);
  }

  static CausesByCategory of(List<Row> rows) {
    Map<String, Long> lines = new HashMap<>();
    Map<String, Long> disputed = new HashMap<>();
    Map<List<String>, Long> cells = new HashMap<>();
    for (Row row : rows) {
      lines.put(row.category(), row.transactionCount());
      disputed.merge(row.cause(), row.disputedTransactionCount(), Long::sum);
      cells.put(List.of(row.cause(), row.category()), row.disputedTransactionCount());
    }
    List<String> categories = most(lines, MOST_CATEGORIES);
    List<String> causes = most(disputed, MOST_CAUSES);
    return new CausesByCategory(
        categories.stream()
            .map(name -> new Category(Excerpt.of(name, NAME_LENGTH), lines.getOrDefault(name, 0L)))
            .toList(),
        causes.stream()
            .map(
                cause ->
                    new Cause(
                        CauseNames.of(cause),
                        categories.stream()
                            .map(category -> cells.getOrDefault(List.of(cause, category), 0L))
                            .toList()))
            .toList(),
        lines.size() - categories.size(),
        disputed.size() - causes.size());
  }

  /** Disputed order lines per thousand, by the places of cause and category. */
  public @Nullable Double perThousand(int cause, int category) {
    long lines = categories.get(category).lines();
    return lines == 0 ? null : PER * causes.get(cause).disputed().get(category) / lines;
  }

  private static List<String> most(Map<String, Long> counts, int limit) {
    return counts.entrySet().stream()
        .sorted(
            Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey()))
        .limit(limit)
        .map(Map.Entry::getKey)
        .toList();
  }
}
