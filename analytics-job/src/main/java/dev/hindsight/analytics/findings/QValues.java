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
import dev.hindsight.analytics.statistics.TestColumns;
import dev.hindsight.datasets.contract.Field;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF2;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.apache.spark.sql.types.DataTypes;

/**
 * Benjamini and Hochberg's q-values of families of tests that no single machine need hold: {@link
 * BenjaminiHochberg} tells why bins of similar p-values give exactly the same.
 *
 * @param pValue the rows' p-value; rows without one are in no family
 * @param qValue what is added
 */
public record QValues(Field pValue, Field qValue) {
  private static final Field FAMILY = scratch("family");
  private static final Field BIN = scratch("bin");
  private static final Field TEST_COUNT = scratch("test_count");
  private static final Field STEP_UP = scratch("step_up");
  private static final Field RANK = scratch("rank_in_bin");

  /** The rows with their q-values, all of one family; they are read several times. */
  public Dataset<Row> beside(Dataset<Row> rows) {
    return beside(rows, lit(0));
  }

  /**
   * The rows with their q-values.
   *
   * @param rows are read several times
   * @param family an integer for each row, of few different ones
   */
  public Dataset<Row> beside(Dataset<Row> rows, Column family) {
    // Most pairs observe nothing: p is 1, and so is q. They need no order among themselves.
    Dataset<Row> sure = with(rows.where(isSure()), qValue, col(pValue));
    Dataset<Row> binned = binned(rows.where(isOpen()), family);
    TestFamilies families =
        TestFamilies.of(
            binned(rows.where(col(pValue).isNotNull()), family)
                .groupBy(col(FAMILY), col(BIN))
                .agg(as(TEST_COUNT, count(lit(1)))));
    Dataset<Row> stepped = stepUp(binned, families);
    UDF2<Integer, Integer, Double> after =
        TestFamilies.after(
            stepped.groupBy(col(FAMILY), col(BIN)).agg(as(STEP_UP, min(col(STEP_UP)))));
    Column least =
        least(col(STEP_UP), udf(after, DataTypes.DoubleType).apply(col(FAMILY), col(BIN)));
    return sure.unionByName(without(with(stepped, qValue, least), FAMILY, BIN, STEP_UP));
  }

  private Dataset<Row> binned(Dataset<Row> rows, Column family) {
    return with(rows, Map.of(FAMILY, family, BIN, TestColumns.bin(col(pValue))));
  }

  private Column isSure() {
    return col(pValue).isNull().or(col(pValue).equalTo(lit(1.0)));
  }

  private Column isOpen() {
    return col(pValue).lt(lit(1.0));
  }

  /** {@link BenjaminiHochberg#stepUp} of each bin. */
  private Dataset<Row> stepUp(Dataset<Row> binned, TestFamilies families) {
    WindowSpec bin = Window.partitionBy(col(FAMILY), col(BIN));
    WindowSpec upToThis =
        bin.orderBy(col(pValue)).rangeBetween(Window.unboundedPreceding(), Window.currentRow());
    WindowSpec fromThisOn =
        bin.orderBy(col(pValue).desc())
            .rangeBetween(Window.unboundedPreceding(), Window.currentRow());
    Column rank =
        udf(families.before(), DataTypes.LongType)
            .apply(col(FAMILY), col(BIN))
            .plus(count(lit(1)).over(upToThis));
    Column size = udf(families.size(), DataTypes.LongType).apply(col(FAMILY));
    Dataset<Row> ranked = with(binned, RANK, rank);
    Column step = col(pValue).multiply(size.cast("double")).divide(col(RANK).cast("double"));
    return without(with(ranked, STEP_UP, min(step).over(fromThisOn)), RANK);
  }
}
