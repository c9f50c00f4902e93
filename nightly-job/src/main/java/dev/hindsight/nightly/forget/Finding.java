package dev.hindsight.nightly.forget;

import java.nio.file.Path;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A place where a buyer's id stands.
 *
 * @param column of a Parquet file; absent for any other file
 * @param rowCount rows of the column that have it; 1 for any other file
 * @param isBuyers whether it is the buyer who is named; where the same text is the id of another
 *     thing, such as a seller, or a number, it is that thing's
 */
public record Finding(Path file, @Nullable String column, long rowCount, boolean isBuyers) {
  /** Columns that name buyers, or may quote what names them. */
  static final Set<String> EMPTIED = Set.of("buyer_id", "shown_value");

  /** Columns of free words, which may quote what names them. */
  static final Set<String> SHORTENED = Set.of("message", "reason");

  static Finding inColumn(Path file, String column, long rowCount) {
    boolean isBuyers = EMPTIED.contains(column) || SHORTENED.contains(column);
    return new Finding(file, column, rowCount, isBuyers);
  }

  /** Pages and manifests are full of numbers: an id of digits alone says nothing there. */
  static Finding inText(Path file, String buyerId) {
    return new Finding(file, null, 1, buyerId.chars().anyMatch(Character::isLetter));
  }

  boolean isUnder(Path folder) {
    return file.startsWith(folder);
  }
}
