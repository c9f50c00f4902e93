package dev.hindsight.ingest.rows;

import dev.hindsight.datasets.contract.ColumnType;
import dev.hindsight.ingest.feeds.FeedColumns;
import dev.hindsight.ingest.parquet.ContractWriter;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The typed cells of one row, and the problems met while reading them. A cell that is absent or
 * wrong reads as null or {@link #ABSENT}; what is wrong, or absent and required, is a problem.
 *
 * <p>Cells that are right are read from bytes, without objects; any other is read again with care,
 * to say what is wrong with it.
 */
public final class Cells {
  /** The number of a cell that is absent or cannot be read. */
  public static final long ABSENT = ContractWriter.ABSENT;

  private static final int LONGEST_COUNT = 9;
  private static final int LONGEST_LABEL = 80;

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

  /** All problems met so far. */
  public List<Problem> problems() {
    return problems;
  }

  public boolean isFilled(int column) {
    return row.isFilled(column);
  }

  public @Nullable String text(int column) {
    return row.cell(column);
  }

  /** Adds a problem when the column has no value. */
  public void require(int column, String why) {
    if (!row.isFilled(column)) {
      add(column, Reason.MISSING_VALUE, why);
    }
  }

  /** Adds a problem when the cell has the character, which is ASCII. */
  public void refuse(int column, char character, Reason reason) {
    if (!row.isFilled(column)) {
      return;
    }
    byte[] bytes = row.bytes();
    int end = row.end(column);
    for (int i = row.start(column); i < end; i++) {
      if (bytes[i] == character) {
        add(column, reason);
        return;
      }
    }
  }

  /** Adds a problem when the cell is not one email address. */
  public void requireAddress(int column) {
    String text = row.cell(column);
    if (text != null && !EmailAddress.isOne(text)) {
      add(column, Reason.NOT_AN_EMAIL);
    }
  }

  /** Adds a problem when the cell is long, or tells more than a code or a few words do. */
  public void requireLabel(int column) {
    String text = row.cell(column);
    if (text != null && !isLabel(text)) {
      add(column, Reason.NOT_A_LABEL, String.valueOf(LONGEST_LABEL));
    }
  }

  private static boolean isLabel(String text) {
    return text.length() <= LONGEST_LABEL
        && text.chars().noneMatch(c -> c == '@' || Character.isISOControl(c));
  }

  public <E extends Enum<E>> @Nullable E oneOf(int column, Choices<E> choices) {
    if (!row.isFilled(column)) {
      return null;
    }
    E choice = choices.choice(row.bytes(), row.start(column), row.end(column));
    if (choice == null) {
      add(column, Reason.UNKNOWN_VALUE, choices.toString());
    }
    return choice;
  }

  /** Microseconds since 1970. */
  public long instant(int column, DateRange range) {
    if (!row.isFilled(column)) {
      return ABSENT;
    }
    long micros = InstantText.micros(row.bytes(), row.start(column), row.end(column));
    return micros != InstantText.UNUSUAL && range.contains(micros)
        ? micros
        : unusualInstant(column, range);
  }

  private long unusualInstant(int column, DateRange range) {
    String text = String.valueOf(row.cell(column));
    Instant instant = InstantText.parse(text);
    if (instant == null) {
      add(column, InstantText.lacksOffset(text) ? Reason.NO_OFFSET : Reason.NOT_AN_INSTANT);
      return ABSENT;
    }
    if (range.contains(instant)) {
      return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
    }
    add(column, Reason.OUT_OF_RANGE, range.toString());
    return ABSENT;
  }

  /** Days since 1970. */
  public long date(int column, DateRange range) {
    String text = row.cell(column);
    if (text == null) {
      return ABSENT;
    }
    try {
      LocalDate date = LocalDate.parse(text);
      if (!range.contains(date)) {
        add(column, Reason.OUT_OF_RANGE, range.toString());
      }
      return date.toEpochDay();
    } catch (DateTimeException e) {
      add(column, Reason.NOT_A_DATE);
      return ABSENT;
    }
  }

  /** A whole number of at least one. */
  public long count(int column) {
    if (!row.isFilled(column)) {
      return ABSENT;
    }
    int start = row.start(column);
    int end = row.end(column);
    long units = DecimalText.units(row.bytes(), start, end, 0);
    return units > 0 && end - start <= LONGEST_COUNT
        ? units / DecimalText.UNITS
        : unusualCount(column);
  }

  private long unusualCount(int column) {
    String text = String.valueOf(row.cell(column));
    BigDecimal number = DecimalText.parse(text);
    if (number == null || number.scale() > 0 || text.length() > LONGEST_COUNT) {
      add(column, Reason.NOT_A_WHOLE_NUMBER);
      return ABSENT;
    }
    if (number.signum() <= 0) {
      add(column, Reason.NOT_POSITIVE);
    }
    return number.longValueExact();
  }

  /** An ISO-4217 code of money that has a smallest unit. */
  public @Nullable Currency currency(int column) {
    if (!row.isFilled(column)) {
      return null;
    }
    Currency currency = Currencies.of(row.bytes(), row.start(column), row.end(column));
    if (currency == null) {
      add(column, Reason.UNKNOWN_CURRENCY);
    }
    return currency;
  }

  /**
   * An amount with no more decimals than its currency has, where that is known; in units of its
   * scale, ten thousandths.
   */
  public long amount(int column, @Nullable Currency currency) {
    if (!row.isFilled(column)) {
      return ABSENT;
    }
    int decimals = currency == null ? ColumnType.AMOUNT_SCALE : currency.getDefaultFractionDigits();
    long units = DecimalText.units(row.bytes(), row.start(column), row.end(column), decimals);
    return units == DecimalText.UNUSUAL ? unusualAmount(column, decimals) : units;
  }

  private long unusualAmount(int column, int mostDecimals) {
    BigDecimal amount = DecimalText.parse(String.valueOf(row.cell(column)));
    if (amount == null) {
      add(column, Reason.NOT_A_DECIMAL);
      return ABSENT;
    }
    if (amount.signum() < 0) {
      add(column, Reason.NEGATIVE_AMOUNT);
    }
    boolean isTooLarge = amount.precision() - amount.scale() > DecimalText.WHOLE_DIGITS;
    if (isTooLarge) {
      add(column, Reason.TOO_MANY_DIGITS, String.valueOf(DecimalText.WHOLE_DIGITS));
    }
    boolean isTooFine = amount.scale() > mostDecimals;
    if (isTooFine) {
      add(column, Reason.TOO_MANY_DECIMALS, String.valueOf(mostDecimals));
    }
    return isTooLarge || isTooFine
        ? ABSENT
        : amount.movePointRight(ColumnType.AMOUNT_SCALE).longValueExact();
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
