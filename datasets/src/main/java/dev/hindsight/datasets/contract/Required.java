package dev.hindsight.datasets.contract;

import org.jspecify.annotations.Nullable;

/** Checks that a record's required component is there. */
public final class Required {
  private Required() {}

  /**
   * The value itself.
   *
   * @throws NullPointerException naming the column, when it is absent
   */
  public static <V> V required(@Nullable V value, String component) {
    if (value == null) {
      throw new NullPointerException(
          "Required column %s is absent".formatted(RecordColumns.snakeCase(component)));
    }
    return value;
  }
}
