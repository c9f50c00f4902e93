package dev.hindsight.ingest.rows;

import dev.hindsight.datasets.contract.ColumnType;
import dev.hindsight.ingest.csv.CsvRow;
import dev.hindsight.ingest.csv.FeedColumns;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The typed cells of one row, and the problems met while reading them. A cell that is absent or
 * wrong reads as null; what is wrong, or absent and required, is a problem.
 */
public final class Cells {
  private static final int WHOLE_DIGITS = ColumnType.AMOUNT_PRECISION - ColumnType.AMOUNT_SCALE;
  private static final int LONGEST_COUNT = 9;

  private final CsvRow row;
  private final RowOrigin origin;
  private final List<Problem> problems = new ArrayList<>(0);

  /** The cells of a row, of which the filled columns must have a value. */
  public Cells(CsvRow row, RowOrigin origin, FeedColumns columns) {
    this.row = row;
    this.origin = origin;
    for (String column : columns.filled()) {
      require(column, "every row needs it");
    }
  }

  /**
   * What became of a row that is read by {@code reading}. A row with too few or too many cells is
   * not read: its cells are not under their columns, and further problems would mislead.
   */
  public static <T> ParsedRow<T> ofWidth(
      CsvRow row, RowOrigin origin, Supplier<ParsedRow<T>> reading) {
    int expected = row.expectedCellCount();
    if (row.cellCount() == expected) {
      return reading.get();
    }
    Reason reason = row.cellCount() < expected ? Reason.TOO_FEW_CELLS : Reason.TOO_MANY_CELLS;
    SourceLocation at = new SourceLocation(origin.fileName(), row.line());
    Problem problem =
        new Problem(at, null, reason, String.valueOf(row.cellCount()), String.valueOf(expected));
    return new ParsedRow.Rejected<>(List.of(problem));
  }

  /** The row when it has no problem, otherwise its problems. */
  public <T> ParsedRow<T> accept(Supplier<T> accepted) {
    return problems.isEmpty()
        ? new ParsedRow.Accepted<>(accepted.get())
        : new ParsedRow.Rejected<>(problems);
  }

  public @Nullable String text(String column) {
    return row.cell(column);
  }

  /** Adds a problem when the column has no value. */
  public void require(String column, String why) {
    if (row.cell(column) == null) {
      add(column, Reason.MISSING_VALUE, why);
    }
  }

  public <E extends Enum<E>> @Nullable E oneOf(String column, Choices<E> choices) {
    String text = row.cell(column);
    E choice = text == null ? null : choices.choice(text);
    if (text != null && choice == null) {
      add(column, Reason.UNKNOWN_VALUE, choices.toString());
    }
    return choice;
  }

  public @Nullable Instant instant(String column, DateRange range) {
    String text = row.cell(column);
    if (text == null) {
      return null;
    }
    Instant instant = InstantText.parse(text);
    if (instant == null) {
      add(column, InstantText.lacksOffset(text) ? Reason.NO_OFFSET : Reason.NOT_AN_INSTANT);
    } else if (!range.contains(instant)) {
      add(column, Reason.OUT_OF_RANGE, range.toString());
    }
    return instant;
  }

  public @Nullable LocalDate date(String column, DateRange range) {
    String text = row.cell(column);
    if (text == null) {
      return null;
    }
    try {
      LocalDate date = LocalDate.parse(text);
      if (!range.contains(date)) {
        add(column, Reason.OUT_OF_RANGE, range.toString());
      }
      return date;
    } catch (DateTimeException e) {
      add(column, Reason.NOT_A_DATE);
      return null;
    }
  }

  /** A whole number of at least one. */
  public @Nullable Integer count(String column) {
    String text = row.cell(column);
    if (text == null) {
      return null;
    }
    BigDecimal number = DecimalText.parse(text);
    if (number == null || number.scale() > 0 || text.length() > LONGEST_COUNT) {
      add(column, Reason.NOT_A_WHOLE_NUMBER);
      return null;
    }
    if (number.signum() <= 0) {
      add(column, Reason.NOT_POSITIVE);
    }
    return number.intValue();
  }

  /** An ISO-4217 code of money that has a smallest unit. */
  public @Nullable Currency currency(String column) {
    String text = row.cell(column);
    Currency currency = text == null ? null : Currencies.of(text);
    if (text != null && currency == null) {
      add(column, Reason.UNKNOWN_CURRENCY);
    }
    return currency;
  }

  /** An amount with no more decimals than its currency has, where that is known. */
  public @Nullable BigDecimal amount(String column, @Nullable Currency currency) {
    String text = row.cell(column);
    if (text == null) {
      return null;
    }
    BigDecimal amount = DecimalText.parse(text);
    if (amount == null) {
      add(column, Reason.NOT_A_DECIMAL);
      return null;
    }
    if (amount.signum() < 0) {
      add(column, Reason.NEGATIVE_AMOUNT);
    }
    if (amount.precision() - amount.scale() > WHOLE_DIGITS) {
      add(column, Reason.TOO_MANY_DIGITS, String.valueOf(WHOLE_DIGITS));
    }
    int decimals = currency == null ? ColumnType.AMOUNT_SCALE : currency.getDefaultFractionDigits();
    if (amount.scale() > decimals) {
      add(column, Reason.TOO_MANY_DECIMALS, String.valueOf(decimals));
    }
    return amount;
  }

  /** Adds a problem that the caller found. */
  public void add(String column, Reason reason, String detail) {
    SourceLocation at = new SourceLocation(origin.fileName(), row.line());
    problems.add(Problem.of(at, column, reason, row.cell(column), detail));
  }

  public void add(String column, Reason reason) {
    add(column, reason, "");
  }
}
