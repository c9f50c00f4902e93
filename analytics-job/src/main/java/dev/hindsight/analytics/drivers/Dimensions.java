package dev.hindsight.analytics.drivers;

import static dev.hindsight.analytics.dataset.Columns.as;
import static dev.hindsight.analytics.dataset.Columns.col;
import static dev.hindsight.datasets.marts.Driver.DIMENSION;
import static dev.hindsight.datasets.marts.Driver.DIMENSION_VALUE;
import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.datediff;
import static org.apache.spark.sql.functions.element_at;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.weekday;
import static org.apache.spark.sql.functions.when;

import dev.hindsight.analytics.cohort.Cohort;
import dev.hindsight.analytics.prices.PriceBands;
import dev.hindsight.datasets.landed.Transaction;
import dev.hindsight.datasets.marts.DriverDimension;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;

/** The values of an order line in every {@link DriverDimension}. */
record Dimensions(Cohort cohort) {
  /** The value of what a log does not tell. */
  static final String UNKNOWN = PriceBands.UNKNOWN;

  /**
   * What an order may be alike in with other sellers' orders. An article is a seller's own, and so
   * is being late: no other seller's trouble with these excuses it. Prices are compared in strata.
   */
  private static final List<DriverDimension> SHARED_BY_SELLERS =
      List.of(
          DriverDimension.CARRIER,
          DriverDimension.SERVICE_LEVEL,
          DriverDimension.SHIP_REGION,
          DriverDimension.PROMISED_TIME,
          DriverDimension.WEEKDAY,
          DriverDimension.FULFILLED_BY);

  /** Their disputes are late deliveries: to name lateness would say the same twice. */
  static final Set<String> FAMILIES_OF_LATENESS = Set.of("LATE", "NOT_RECEIVED");

  private static final int[] PROMISED_DAYS = {2, 5, 10, 20};

  /**
   * An array of {@code dimension, dimension_value}, one element per dimension.
   *
   * @param isLateness whether the row's cause is of {@link #FAMILIES_OF_LATENESS}
   */
  Column of(Column isLateness) {
    Column late = value(DriverDimension.LATE_DELIVERY);
    Column[] values =
        Stream.concat(
                Arrays.stream(DriverDimension.values())
                    .filter(dimension -> dimension != DriverDimension.LATE_DELIVERY)
                    .map(dimension -> pair(dimension, value(dimension))),
                Stream.of(pair(DriverDimension.LATE_DELIVERY, late)))
            .toArray(Column[]::new);
    Column[] withoutLateness = Arrays.copyOf(values, values.length - 1);
    return when(isLateness, array(withoutLateness)).otherwise(array(values));
  }

  /** The same of the dimensions that sellers share only. */
  Column shared() {
    return array(
        SHARED_BY_SELLERS.stream()
            .map(dimension -> pair(dimension, value(dimension)))
            .toArray(Column[]::new));
  }

  private static Column pair(DriverDimension dimension, Column value) {
    return struct(
        as(DIMENSION, lit(dimension.name())), as(DIMENSION_VALUE, coalesce(value, lit(UNKNOWN))));
  }

  private Column value(DriverDimension dimension) {
    return switch (dimension) {
      case PRICE_BAND -> col(Cohort.PRICE_BAND);
      case PROMISED_TIME -> promisedTime();
      case LATE_DELIVERY -> delivery();
      case WEEKDAY -> dayOfWeek();
      default -> logged(dimension);
    };
  }

  private static Column logged(DriverDimension dimension) {
    return switch (dimension) {
      case SKU -> col(Transaction.SKU);
      case CARRIER -> col(Transaction.CARRIER);
      case SERVICE_LEVEL -> col(Transaction.SERVICE_LEVEL);
      case SHIP_REGION -> col(Transaction.SHIP_REGION);
      case FULFILLED_BY -> col(Transaction.FULFILLED_BY);
      default -> throw new IllegalArgumentException("No log tells the " + dimension);
    };
  }

  private Column promisedTime() {
    Column days =
        datediff(cohort.calendar().dateOf(col(Transaction.PROMISED_BY)), col(Cohort.ORDERED_DAY));
    int last = PROMISED_DAYS.length - 1;
    Column band = lit("over %d days".formatted(PROMISED_DAYS[last]));
    for (int i = last; i >= 0; i--) {
      String name =
          i == 0
              ? "up to %d days".formatted(PROMISED_DAYS[0])
              : "%d to %d days".formatted(PROMISED_DAYS[i - 1] + 1, PROMISED_DAYS[i]);
      band = when(days.leq(lit(PROMISED_DAYS[i])), lit(name)).otherwise(band);
    }
    return when(days.geq(lit(0)), band);
  }

  /** A delivery after the end of the window is not known yet. */
  private Column delivery() {
    Instant end = cohort.calendar().endOf(cohort.window().lastDate());
    Column promised = col(Transaction.PROMISED_BY);
    Column delivered =
        when(col(Transaction.DELIVERED_AT).lt(lit(end)), col(Transaction.DELIVERED_AT));
    Column isOverdue = delivered.isNull().and(promised.lt(lit(end)));
    return when(delivered.gt(promised), lit("late"))
        .when(delivered.leq(promised), lit("on time"))
        .when(isOverdue, lit("no delivery known"));
  }

  private static Column dayOfWeek() {
    Column[] names =
        Arrays.stream(DayOfWeek.values())
            .map(day -> lit(day.getDisplayName(TextStyle.FULL, Locale.ENGLISH)))
            .toArray(Column[]::new);
    return element_at(array(names), weekday(col(Cohort.ORDERED_DAY)).plus(lit(1)));
  }

  static Column isKnown() {
    return not(col(DIMENSION_VALUE).equalTo(lit(UNKNOWN)));
  }
}
