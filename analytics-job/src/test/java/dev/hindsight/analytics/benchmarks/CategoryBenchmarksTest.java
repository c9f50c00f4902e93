package dev.hindsight.analytics.benchmarks;

import static dev.hindsight.analytics.Cohorts.JANUARY;
import static dev.hindsight.analytics.examples.DisputeExample.aDispute;
import static dev.hindsight.analytics.examples.TransactionExample.aTransaction;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hindsight.analytics.SparkTest;
import dev.hindsight.analytics.dataset.ContractRows;
import dev.hindsight.analytics.examples.DisputeExample;
import dev.hindsight.datasets.landed.Transaction;
import dev.hindsight.datasets.marts.CategoryBenchmark;
import dev.hindsight.datasets.marts.Dispute;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;

@SparkTest
class CategoryBenchmarksTest {
  private final SparkSession spark;

  CategoryBenchmarksTest(SparkSession spark) {
    this.spark = spark;
  }

  @Test
  void quartilesSpreadOverFiveSellers() {
    // Five sellers of four lines each; of s-1 and s-2 one line was disputed, of s-3 two.
    CategoryBenchmark benchmark =
        benchmarks(
                5,
                aDispute("d-1").seller("s-1").line("s-1 1", "o"),
                aDispute("again").seller("s-1").line("s-1 1", "o"),
                aDispute("d-2").seller("s-2").line("s-2 1", "o"),
                aDispute("d-3").seller("s-3").line("s-3 1", "o"),
                aDispute("d-4").seller("s-3").line("s-3 2", "o"))
            .get(0);

    assertThat(benchmark.sellerCount()).isEqualTo(5);
    assertThat(benchmark.transactionCount()).isEqualTo(20);
    assertThat(benchmark.disputedTransactionCount()).isEqualTo(4);
    assertThat(benchmark.rate()).isEqualTo(0.2);
    assertThat(benchmark.rateLow()).isLessThan(0.2);
    assertThat(benchmark.rateHigh()).isGreaterThan(0.2);
    assertThat(benchmark.rateP25()).isZero();
    assertThat(benchmark.rateP50()).isEqualTo(0.25);
    assertThat(benchmark.rateP75()).isEqualTo(0.25);
  }

  @Test
  void quartilesAreAbsentUnderFiveSellers() {
    CategoryBenchmark benchmark =
        benchmarks(4, aDispute("d-1").seller("s-1").line("s-1 1", "o")).get(0);

    assertThat(benchmark.sellerCount()).isEqualTo(4);
    assertThat(benchmark.rate()).isEqualTo(0.0625);
    assertThat(benchmark.rateP25()).isNull();
    assertThat(benchmark.rateP50()).isNull();
    assertThat(benchmark.rateP75()).isNull();
  }

  @Test
  void onlyCausesDisputedInTheWindowHaveARow() {
    assertThat(
            benchmarks(
                1,
                aDispute("d-1").line("s-1 1", "o"),
                aDispute("d-2").ordered("2025-12-01T00:00:00Z").cause("WRONG_ITEM")))
        .extracting(CategoryBenchmark::cause)
        .containsExactly("DEFECTIVE");
  }

  private List<CategoryBenchmark> benchmarks(int sellers, DisputeExample... disputes) {
    List<Transaction> lines =
        IntStream.range(0, 4 * sellers)
            .mapToObj(line -> line(line % sellers + 1, line / sellers + 1))
            .toList();
    return ContractRows.records(
        new CategoryBenchmarks(JANUARY)
            .from(
                JANUARY.sold(ContractRows.rows(spark, Transaction.CONTRACT, lines)),
                ContractRows.rows(spark, Dispute.CONTRACT, DisputeExample.all(disputes))),
        CategoryBenchmark.CONTRACT);
  }

  private static Transaction line(int seller, int number) {
    return aTransaction("s-%d %d".formatted(seller, number)).seller("s-" + seller).build();
  }
}
