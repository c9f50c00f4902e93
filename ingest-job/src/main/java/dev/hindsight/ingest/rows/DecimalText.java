package dev.hindsight.ingest.rows;

import dev.hindsight.datasets.contract.ColumnType;
import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads decimals such as {@code 12.50}: ASCII digits and a point, without grouping or exponent.
 * Those that are as they should be are read by hand, which makes no objects.
 */
final class DecimalText {
  /** What is not a decimal in the usual form. */
  static final long UNUSUAL = Long.MIN_VALUE;

  /** Digits before the point that an amount has at most. */
  static final int WHOLE_DIGITS = ColumnType.AMOUNT_PRECISION - ColumnType.AMOUNT_SCALE;

  /** Units of an amount's scale in one. */
  static final int UNITS = 10_000;

  private static final Pattern DECIMAL = Pattern.compile("-?[0-9]+(\\.[0-9]+)?");
  private static final int[] POWERS_OF_TEN = {1, 10, 100, 1_000, 10_000};

  private DecimalText() {}

  static @Nullable BigDecimal parse(String text) {
    return DECIMAL.matcher(text).matches() ? new BigDecimal(text) : null;
  }

  /**
   * A decimal in units of an amount's scale, ten thousandths.
   *
   * @return {@link #UNUSUAL} of what has a sign, more decimals, too many digits, or is no decimal
   */
  static long units(byte[] text, int start, int end, int mostDecimals) {
    long number = 0;
    int point = end;
    for (int i = start; i < end; i++) {
      int digit = text[i] - '0';
      if (digit >= 0 && digit <= 9) {
        number = number * 10 + digit;
      } else if (text[i] == '.' && point == end) {
        point = i;
      } else {
        return UNUSUAL;
      }
    }
    int wholeDigits = point - start;
    int decimals = point == end ? 0 : end - point - 1;
    boolean hasForm = wholeDigits > 0 && (point == end || decimals > 0);
    return hasForm && wholeDigits <= WHOLE_DIGITS && decimals <= mostDecimals
        ? number * POWERS_OF_TEN[ColumnType.AMOUNT_SCALE - decimals]
        : UNUSUAL;
  }
}
