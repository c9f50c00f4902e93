package dev.hindsight.analytics.findings;

import static dev.hindsight.analytics.dataset.Columns.as;
import static dev.hindsight.analytics.dataset.Columns.col;
import static dev.hindsight.analytics.dataset.Columns.scratch;
import static dev.hindsight.analytics.dataset.Columns.with;
import static dev.hindsight.analytics.dataset.Columns.without;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.udf;

import dev.hindsight.analytics.statistics.BenjaminiHochberg;
import dev.hindsight.analytics.statistics.PValueCounts;
import dev.hindsight.analytics.statistics.StepUpMinima;
import dev.hindsight.analytics.statistics.TestColumns;
import dev.hindsight.datasets.contract.Field;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.apache.spark.sql.types.DataTypes;

/**
 * Benjamini and Hochberg's q-values of a family of tests that no single machine need hold: {@link
 * BenjaminiHochberg} tells why bins of similar p-values give exactly the same.
 *
 * @param pValue the rows' p-value; rows without one are in no family
 * @param qValue what is added
 */
public record QValues(Field pValue, Field qValue) {
  private static final Field BIN = scratch("bin");
  private static final Field TEST_COUNT = scratch("test_count");
  private static final Field STEP_UP = scratch("step_up");
  private static final Field RANK = scratch("rank_in_bin");

  /**
   * The rows with their q-values.
   *
   * @param rows are read several times
   */
  public Dataset<Row> beside(Dataset<Row> rows) {
    // Most pairs observe nothing: p is 1, and so is q. They need no order among themselves.
    Dataset<Row> sure = with(rows.where(isSure()), qValue, col(pValue));
    Dataset<Row> binned = with(rows.where(isOpen()), BIN, TestColumns.bin(col(pValue)));
    PValueCounts counts =
        new PValueCounts(
            byBin(
                with(rows.where(col(pValue).isNotNull()), BIN, TestColumns.bin(col(pValue)))
                    .groupBy(col(BIN))
                    .agg(as(TEST_COUNT, count(lit(1)))),
                row -> row.getLong(1)));
    Dataset<Row> stepped = stepUp(binned, counts);
    StepUpMinima minima =
        new StepUpMinima(
            byBin(
                stepped.groupBy(col(BIN)).agg(as(STEP_UP, min(col(STEP_UP)))),
                row -> row.getDouble(1)));
    UDF1<Integer, Double> after = minima::after;
    Column least = least(col(STEP_UP), udf(after, DataTypes.DoubleType).apply(col(BIN)));
    return sure.unionByName(without(with(stepped, qValue, least), BIN, STEP_UP));
  }

  private Column isSure() {
    return col(pValue).isNull().or(col(pValue).equalTo(lit(1.0)));
  }

  private Column isOpen() {
    return col(pValue).lt(lit(1.0));
  }

  /** {@link BenjaminiHochberg#stepUp} of each bin. */
  private Dataset<Row> stepUp(Dataset<Row> binned, PValueCounts counts) {
    UDF1<Integer, Long> before = counts::before;
    WindowSpec upToThis =
        Window.partitionBy(col(BIN))
            .orderBy(col(pValue))
            .rangeBetween(Window.unboundedPreceding(), Window.currentRow());
    WindowSpec fromThisOn =
        Window.partitionBy(col(BIN))
            .orderBy(col(pValue).desc())
            .rangeBetween(Window.unboundedPreceding(), Window.currentRow());
    Column rank =
        udf(before, DataTypes.LongType).apply(col(BIN)).plus(count(lit(1)).over(upToThis));
    Dataset<Row> ranked = with(binned, RANK, rank);
    Column step =
        col(pValue).multiply(lit((double) counts.family())).divide(col(RANK).cast("double"));
    return without(with(ranked, STEP_UP, min(step).over(fromThisOn)), RANK);
  }

  /** At most as many as there are bins, whatever the number of rows. */
  private static <V> Map<Integer, V> byBin(Dataset<Row> perBin, Function<Row, V> value) {
    return perBin.collectAsList().stream().collect(Collectors.toMap(row -> row.getInt(0), value));
  }
}
