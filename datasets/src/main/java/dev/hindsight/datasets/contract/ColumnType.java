package dev.hindsight.datasets.contract;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The type of a column, independent of any engine. */
public sealed interface ColumnType {

  /** Digits and decimals of every amount: {@code decimal(18,4)} holds KWD's three decimals too. */
  int AMOUNT_PRECISION = 18;

  int AMOUNT_SCALE = 4;

  /** The type's name in the data dictionary. */
  String display();

  /** A type without parts. */
  enum Scalar implements ColumnType {
    TEXT,
    INTEGER,
    BIGINT,
    DOUBLE,
    BOOLEAN,
    DATE,
    TIMESTAMP,
    DECIMAL;

    @Override
    public String display() {
      return this == DECIMAL
          ? "decimal(%d,%d)".formatted(AMOUNT_PRECISION, AMOUNT_SCALE)
          : name().toLowerCase(Locale.ROOT);
    }
  }

  /** A list of values of one type. */
  record ListOf(ColumnType element) implements ColumnType {
    @Override
    public String display() {
      return "list of " + element.display();
    }
  }

  /** A group of named fields. */
  record Struct(List<Field> fields) implements ColumnType {
    public Struct {
      fields = List.copyOf(fields);
    }

    @Override
    public String display() {
      return fields.stream()
          .map(field -> field.name() + " " + field.type().display())
          .collect(Collectors.joining(", ", "struct(", ")"));
    }
  }
}
