package dev.hindsight.ingest.rows;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Reads decimals such as {@code 12.50}: ASCII digits and a point, without grouping or exponent. */
final class DecimalText {
  private static final int LONG_DIGITS = 18;

  private DecimalText() {}

  static @Nullable BigDecimal parse(String text) {
    int start = text.startsWith("-") ? 1 : 0;
    int point = -1;
    long unscaled = 0;
    for (int i = start; i < text.length(); i++) {
      char character = text.charAt(i);
      if (character == '.' && point < 0) {
        point = i;
      } else if (character >= '0' && character <= '9') {
        unscaled = unscaled * 10 + (character - '0');
      } else {
        return null;
      }
    }
    if (point == start || point == text.length() - 1 || text.length() == start) {
      return null;
    }
    if (text.length() - start > LONG_DIGITS) {
      return new BigDecimal(text);
    }
    int scale = point < 0 ? 0 : text.length() - 1 - point;
    return BigDecimal.valueOf(start == 0 ? unscaled : -unscaled, scale);
  }
}
