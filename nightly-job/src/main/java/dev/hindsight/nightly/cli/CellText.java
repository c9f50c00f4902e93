package dev.hindsight.nightly.cli;

import java.math.BigDecimal;
import java.sql.Array;
import java.sql.SQLException;
import java.sql.Struct;
import java.sql.Timestamp;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A value of a query as text. */
final class CellText {
  private CellText() {}

  /** Empty for an absent value. */
  static String of(@Nullable Object value) {
    if (value == null) {
      return "";
    }
    if (value instanceof BigDecimal number) {
      return number.toPlainString();
    }
    if (value instanceof OffsetDateTime instant) {
      return instant.withOffsetSameInstant(ZoneOffset.UTC).toString();
    }
    if (value instanceof Timestamp instant) {
      return instant.toLocalDateTime().toString();
    }
    return nested(value);
  }

  private static String nested(Object value) {
    try {
      if (value instanceof Array list) {
        return Arrays.stream((Object[]) list.getArray())
            .map(CellText::of)
            .collect(Collectors.joining(", ", "[", "]"));
      }
      if (value instanceof Struct struct) {
        return Arrays.stream(struct.getAttributes())
            .map(CellText::of)
            .collect(Collectors.joining(", ", "{", "}"));
      }
    } catch (SQLException e) {
      return "?";
    }
    if (value instanceof Map<?, ?> map) {
      return map.entrySet().stream()
          .map(entry -> entry.getKey() + "=" + of(entry.getValue()))
          .collect(Collectors.joining(", ", "{", "}"));
    }
    return String.valueOf(value);
  }
}
