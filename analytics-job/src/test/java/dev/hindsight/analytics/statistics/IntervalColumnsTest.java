package dev.hindsight.analytics.statistics;

import static org.apache.spark.sql.functions.expr;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hindsight.analytics.SparkTest;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@SparkTest
class IntervalColumnsTest {
  private final SparkSession spark;

  IntervalColumnsTest(SparkSession spark) {
    this.spark = spark;
  }

  @Test
  void columnsGiveWhatPlainJavaGives() {
    Interval wilson = new Proportion(4, 200).wilson(0.95);
    Interval ratio = new EventCount(9).interval(0.95).dividedBy(2.5);

    Row row =
        spark
            .range(1)
            .select(
                IntervalColumns.wilson(expr("4L"), expr("200L")).as("wilson"),
                IntervalColumns.ratio(expr("9L"), expr("2.5D")).as("ratio"),
                IntervalColumns.usual(expr("5D"), expr("0D")).as("usual"))
            .first();

    assertThat(row.getStruct(0).getDouble(0)).isEqualTo(wilson.low());
    assertThat(row.getStruct(0).getDouble(1)).isEqualTo(wilson.high());
    assertThat(row.getStruct(1).getDouble(0)).isEqualTo(ratio.low());
    assertThat(row.getStruct(1).getDouble(1)).isEqualTo(ratio.high());
    assertThat(row.getStruct(2).getLong(0)).isEqualTo(1);
    assertThat(row.getStruct(2).getLong(1)).isEqualTo(10);
  }

  @ParameterizedTest
  @ValueSource(strings = {"cast(null as double)", "0D"})
  void withoutAnExpectationThereIsNoInterval(String expected) {
    assertThat(isAbsent(IntervalColumns.ratio(expr("3L"), expr(expected)))).isTrue();
    assertThat(isAbsent(IntervalColumns.usual(expr(expected), expr("0D")))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"cast(null as bigint)", "0L"})
  void withoutAWholeThereIsNoInterval(String whole) {
    assertThat(isAbsent(IntervalColumns.wilson(expr("0L"), expr(whole)))).isTrue();
  }

  private boolean isAbsent(Column interval) {
    return spark.range(1).select(interval).first().isNullAt(0);
  }
}
