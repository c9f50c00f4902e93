package dev.hindsight.reports.silence;

import com.jerolba.carpet.CarpetReader;
import com.jerolba.carpet.CloseableIterator;
import com.jerolba.carpet.FieldMatchingStrategy;
import dev.hindsight.datasets.contract.Contract;
import dev.hindsight.datasets.lake.Lake;
import dev.hindsight.datasets.lake.LandedFiles;
import dev.hindsight.datasets.landed.Bounce;
import dev.hindsight.datasets.landed.Unsubscribe;
import dev.hindsight.reports.due.Silenced;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Reads whom nothing may be sent to from everything that has landed by now: a seller who has
 * unsubscribed after the version was made is not written to either.
 */
public record LandedSilence(Lake lake, LandedFiles landed) {
  private static final Comparator<Unsubscribe> LATER_WISH =
      Comparator.comparingInt(Unsubscribe::batchNumber).thenComparingLong(Unsubscribe::lineNumber);
  private static final Comparator<Bounce> LATER_BOUNCE =
      Comparator.comparing(Bounce::bouncedAt)
          .thenComparingInt(Bounce::batchNumber)
          .thenComparingLong(Bounce::lineNumber);

  public Silenced read() throws IOException {
    return new Silenced(
        unsubscribed(rows(Unsubscribe.CONTRACT, Unsubscribe.class)),
        dead(rows(Bounce.CONTRACT, Bounce.class)));
  }

  /** Unsubscribed from the latest time that they said so, until a later change of mind. */
  static Set<String> unsubscribed(List<Unsubscribe> rows) {
    record Wish(String sellerId, Instant unsubscribedAt) {}
    Map<Wish, Unsubscribe> wishes = new HashMap<>();
    rows.stream()
        .sorted(LATER_WISH)
        .forEach(row -> wishes.put(new Wish(row.sellerId(), row.unsubscribedAt()), row));
    Map<String, Instant> left = new HashMap<>();
    Map<String, Instant> returned = new HashMap<>();
    for (Unsubscribe wish : wishes.values()) {
      left.merge(wish.sellerId(), wish.unsubscribedAt(), LandedSilence::later);
      Instant back = wish.resubscribedAt();
      if (back != null) {
        returned.merge(wish.sellerId(), back, LandedSilence::later);
      }
    }
    Set<String> unsubscribed = new HashSet<>();
    left.forEach(
        (sellerId, since) -> {
          if (!since.isBefore(returned.getOrDefault(sellerId, Instant.MIN))) {
            unsubscribed.add(sellerId);
          }
        });
    return unsubscribed;
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  /** Dead from a permanent failure until mail has arrived again; a temporary one says nothing. */
  static Set<String> dead(List<Bounce> rows) {
    Set<String> dead = new HashSet<>();
    rows.stream()
        .sorted(LATER_BOUNCE)
        .forEach(
            row -> {
              String address = row.email().toLowerCase(Locale.ROOT);
              if (row.status().startsWith("5")) {
                dead.add(address);
              } else if (row.status().startsWith("2")) {
                dead.remove(address);
              }
            });
    return dead;
  }

  private <R extends Record> List<R> rows(Contract<R> contract, Class<R> rowType)
      throws IOException {
    List<R> rows = new ArrayList<>();
    for (int batch : landed.currentBatches(contract.name())) {
      for (Path part : parts(lake.batch(contract.name(), batch))) {
        try (CloseableIterator<R> read =
            new CarpetReader<>(part.toFile(), rowType)
                .withFieldMatchingStrategy(FieldMatchingStrategy.SNAKE_CASE)
                .iterator()) {
          read.forEachRemaining(rows::add);
        }
      }
    }
    return rows;
  }

  private static List<Path> parts(Path batch) throws IOException {
    try (Stream<Path> files = Files.list(batch)) {
      return files.filter(file -> file.toString().endsWith(".parquet")).sorted().toList();
    }
  }
}
