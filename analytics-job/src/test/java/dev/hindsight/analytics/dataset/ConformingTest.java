package dev.hindsight.analytics.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hindsight.analytics.SparkTest;
import dev.hindsight.datasets.contract.Contract;
import dev.hindsight.datasets.contract.Grain;
import java.math.BigDecimal;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.junit.jupiter.api.Test;

@SparkTest
class ConformingTest {
  @Grain(
      value = "one row per sale",
      key = {"sale_id"})
  private record Sale(String saleId, BigDecimal amount, List<Line> lines) {
    private record Line(String sku, long pieces) {}
  }

  private static final Contract<Sale> SALES = Contract.of("sales", Sale.class);

  private final Dataset<Row> sales;

  ConformingTest(SparkSession spark) {
    this.sales = spark.createDataFrame(List.of(), SparkTypes.schemaOf(SALES));
  }

  @Test
  void columnsComeInTheContractsOrderAndOthersAreLeftOut() {
    Dataset<Row> shuffled = sales.select("lines", "amount", "sale_id").withColumn("more", one());

    assertThat(Conforming.conform(shuffled, SALES).columns())
        .containsExactly("sale_id", "amount", "lines");
  }

  @Test
  void everyProblemIsNamedAtOnce() {
    Dataset<Row> broken =
        sales
            .drop("sale_id")
            .withColumn("amount", one())
            .withColumn("lines", sales.col("lines.sku"));

    assertThatThrownBy(() -> Conforming.conform(broken, SALES))
        .isInstanceOf(ContractViolationException.class)
        .hasMessage(
            "Dataset sales breaks its contract: sale_id is missing;"
                + " amount is int, expected decimal(18,4);"
                + " lines is array<string>, expected array<struct<sku:string,pieces:bigint>>");
  }

  @Test
  void nullabilityIsNoProblem() {
    Dataset<Row> neverNull =
        sales
            .withColumn("sale_id", org.apache.spark.sql.functions.lit("s"))
            .withColumn("amount", one().cast(DataTypes.createDecimalType(18, 4)));

    assertThat(Conforming.conform(neverNull, SALES).columns()).hasSize(3);
  }

  private static org.apache.spark.sql.Column one() {
    return org.apache.spark.sql.functions.lit(1);
  }
}
