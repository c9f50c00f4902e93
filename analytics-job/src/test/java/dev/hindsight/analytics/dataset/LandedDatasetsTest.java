package dev.hindsight.analytics.dataset;

import static dev.hindsight.analytics.examples.TransactionExample.aTransaction;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hindsight.analytics.SparkTest;
import dev.hindsight.analytics.examples.TransactionExample;
import dev.hindsight.datasets.landed.Transaction;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;

@SparkTest
class LandedDatasetsTest {
  private final SparkSession spark;

  LandedDatasetsTest(SparkSession spark) {
    this.spark = spark;
  }

  @Test
  void higherBatchIsLaterWhateverTheLine() {
    assertThat(
            latest(
                aTransaction("t-1").order("old").landed(1, 900),
                aTransaction("t-1").order("new").landed(2, 3)))
        .extracting(Transaction::orderId)
        .containsExactly("new");
  }

  @Test
  void higherLineOfABatchIsLater() {
    assertThat(
            latest(
                aTransaction("t-1").order("new").landed(1, 10),
                aTransaction("t-1").order("old").landed(1, 9)))
        .extracting(Transaction::orderId)
        .containsExactly("new");
  }

  @Test
  void sameIdOnAnotherOrderDateIsAnotherTransaction() {
    assertThat(
            latest(
                aTransaction("t-1").at("2026-01-01T00:00:00Z").landed(1, 2),
                aTransaction("t-1").at("2026-01-02T00:00:00Z").landed(1, 3)))
        .hasSize(2);
  }

  private List<Transaction> latest(TransactionExample... transactions) {
    return ContractRows.records(
        LandedDatasets.latestOfEachKey(
            ContractRows.rows(spark, Transaction.CONTRACT, TransactionExample.all(transactions)),
            Transaction.CONTRACT),
        Transaction.CONTRACT);
  }
}
