package dev.hindsight.ingest.rows;

import dev.hindsight.datasets.contract.ColumnType;
import dev.hindsight.ingest.feeds.FeedColumns;
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

  private final FeedRow row;
  private final RowOrigin origin;
  private final List<Problem> problems = new ArrayList<>(0);

  /** The cells of a row, of which the filled columns must have a value. */
  public Cells(FeedRow row, RowOrigin origin, FeedColumns columns) {
    this.row = row;
    this.origin = origin;
    for (int column = 0; column < columns.filled().size(); column++) {
      require(column, "every row needs it");
    }
  }

  /** The row when it has no problem, otherwise its problems. */
  public <T> ParsedRow<T> accept(Supplier<T> accepted) {
    return problems.isEmpty()
        ? new ParsedRow.Accepted<>(accepted.get())
        : new ParsedRow.Rejected<>(problems);
  }

  public @Nullable String text(int column) {
    return row.cell(column);
  }

  /** Adds a problem when the column has no value. */
  public void require(int column, String why) {
    if (row.cell(column) == null) {
      add(column, Reason.MISSING_VALUE, why);
    }
  }

  public <E extends Enum<E>> @Nullable E oneOf(int column, Choices<E> choices) {
    String text = row.cell(column);
    E choice = text == null ? null : choices.choice(text);
    if (text != null && choice == null) {
      add(column, Reason.UNKNOWN_VALUE, choices.toString());
    }
    return choice;
  }

  public @Nullable Instant instant(int column, DateRange range) {
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

  public @Nullable LocalDate date(int column, DateRange range) {
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
  public @Nullable Integer count(int column) {
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
  public @Nullable Currency currency(int column) {
    String text = row.cell(column);
    Currency currency = text == null ? null : Currencies.of(text);
    if (text != null && currency == null) {
      add(column, Reason.UNKNOWN_CURRENCY);
    }
    return currency;
  }

  /** An amount with no more decimals than its currency has, where that is known. */
  public @Nullable BigDecimal amount(int column, @Nullable Currency currency) {
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
  public void add(int column, Reason reason, String detail) {
    SourceLocation at = new SourceLocation(origin.fileName(), row.line());
    problems.add(Problem.of(at, row.columnName(column), reason, row.cell(column), detail));
  }

  public void add(int column, Reason reason) {
    add(column, reason, "");
  }
}
