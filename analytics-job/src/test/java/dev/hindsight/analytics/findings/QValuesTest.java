package dev.hindsight.analytics.findings;

import static dev.hindsight.analytics.dataset.Columns.scratch;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hindsight.analytics.SparkTest;
import dev.hindsight.analytics.statistics.BenjaminiHochberg;
import dev.hindsight.datasets.contract.Field;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@SparkTest
class QValuesTest {
  private static final Field P_VALUE = scratch("p_value");
  private static final Field Q_VALUE = scratch("q_value");

  private final SparkSession spark;

  QValuesTest(SparkSession spark) {
    this.spark = spark;
  }

  @Test
  void areThoseOfTheWholeFamilyToTheLastBit() {
    Random random = new Random(1);
    double[] pValues = new double[5_000];
    for (int i = 0; i < pValues.length; i++) {
      // Most are 1, some are tiny, and many are equal to others.
      double p = Math.pow(random.nextDouble(), 1 + random.nextInt(30));
      pValues[i] =
          random.nextInt(3) > 0 ? 1 : random.nextInt(2) == 0 ? p : random.nextInt(99) / 1e3;
    }

    List<@Nullable Double> qValues = qValues(Arrays.stream(pValues).boxed().toList());

    assertThat(qValues).containsExactly(box(BenjaminiHochberg.qValues(pValues)));
    assertThat(qValues.stream().distinct().count()).isGreaterThan(500);
  }

  @Test
  void whatIsNotTestedIsInNoFamily() {
    assertThat(qValues(Arrays.asList(0.01, null, 0.04, null, 1.0)))
        .containsExactly(0.03, null, 0.06, null, 1.0);
  }

  @Test
  void eachFamilyHasItsOwn() {
    List<Row> rows =
        List.of(
            RowFactory.create(0, 0.01),
            RowFactory.create(1, 0.01),
            RowFactory.create(2, 0.5),
            RowFactory.create(3, 0.04),
            RowFactory.create(4, 1.0),
            RowFactory.create(5, 0.04));

    assertThat(qValues(rows, col("number").mod(lit(2)).cast("int")))
        .containsExactly(0.03, 0.03, 0.75, 0.04, 1.0, 0.04);
  }

  @Test
  void familyOfNoneHasNone() {
    assertThat(qValues(List.of())).isEmpty();
    assertThat(qValues(Arrays.asList(null, null))).containsExactly(null, null);
  }

  private List<@Nullable Double> qValues(List<? extends @Nullable Double> pValues) {
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < pValues.size(); i++) {
      rows.add(RowFactory.create(i, pValues.get(i)));
    }
    return qValues(rows, lit(0));
  }

  private List<@Nullable Double> qValues(List<Row> rows, Column family) {
    StructType schema =
        new StructType().add("number", DataTypes.IntegerType).add("p_value", DataTypes.DoubleType);
    List<@Nullable Double> qValues = new ArrayList<>();
    new QValues(P_VALUE, Q_VALUE)
        .beside(spark.createDataFrame(rows, schema).repartition(3), family)
        .orderBy("number")
        .select("q_value")
        .collectAsList()
        .forEach(row -> qValues.add(row.isNullAt(0) ? null : row.getDouble(0)));
    return qValues;
  }

  private static Double[] box(double[] numbers) {
    return Arrays.stream(numbers).boxed().toArray(Double[]::new);
  }
}
