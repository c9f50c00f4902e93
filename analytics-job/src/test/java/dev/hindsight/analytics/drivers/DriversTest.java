package dev.hindsight.analytics.drivers;

import static dev.hindsight.analytics.Cohorts.JANUARY;
import static dev.hindsight.analytics.examples.DisputeExample.aDispute;
import static dev.hindsight.analytics.examples.TransactionExample.aTransaction;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import dev.hindsight.analytics.SparkTest;
import dev.hindsight.analytics.dataset.ContractRows;
import dev.hindsight.analytics.dataset.IntermediateRows;
import dev.hindsight.analytics.examples.DisputeExample;
import dev.hindsight.analytics.examples.TransactionExample;
import dev.hindsight.analytics.expectation.Cells;
import dev.hindsight.datasets.landed.Transaction;
import dev.hindsight.datasets.marts.Dispute;
import dev.hindsight.datasets.marts.Driver;
import dev.hindsight.datasets.marts.DriverDimension;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Six ordinary sellers with 100 orders and 5 disputes each, two of them sent with "slow" as are 40
 * of the orders; and a bad seller whose orders the tests choose.
 */
@SparkTest
class DriversTest {
  private static final Instant PROMISED = Instant.parse("2026-01-05T00:00:00Z");
  private static final StructType FLAGS =
      new StructType()
          .add("seller_id", DataTypes.StringType)
          .add("cause", DataTypes.StringType)
          .add("is_flagged", DataTypes.BooleanType);

  private final SparkSession spark;
  private final Path folder;
  private final List<Transaction> lines = new ArrayList<>();
  private final List<Dispute> disputes = new ArrayList<>();
  private String cause = "DEFECTIVE";
  private List<Driver> found = List.of();

  DriversTest(SparkSession spark, @TempDir Path folder) {
    this.spark = spark;
    this.folder = folder;
  }

  @Test
  void carrierThatCarriesTheExcessIsTheFirstDriver() {
    ordinarySellers(2);
    sells(40, 24, "slow", "plain");
    sells(60, 6, "quick", "plain");

    Driver slow = row(DriverDimension.CARRIER, "slow");
    assertThat(slow.driverRank()).isEqualTo(1);
    assertThat(slow.observedCount()).isEqualTo(24);
    // 40 of 100 lines, each of which weighs the others' 30 / 600
    assertThat(slow.expectedCount()).isCloseTo(2.0, within(1e-12));
    assertThat(slow.pairExpectedCount()).isCloseTo(5.0, within(1e-12));
    assertThat(slow.pValue())
        .isCloseTo(BinomialDistribution.of(30, 0.4).survivalProbability(23), within(1e-15));
    // 2 x (30 - 24) / (5 - 2)
    assertThat(slow.otherValuesExpectedCount()).isCloseTo(4.0, within(1e-12));
    assertThat(rows().stream().map(Driver::driverRank).filter(rank -> rank != null)).hasSize(1);
  }

  @Test
  void seriesOfTestsOfOnePairIsOneFamily() {
    ordinarySellers(2);
    sells(40, 24, "slow", "plain");
    sells(60, 6, "quick", "plain");

    List<Driver> tested = rows().stream().filter(row -> row.pValue() != null).toList();
    double least = tested.stream().mapToDouble(DriversTest::p).min().orElseThrow();
    assertThat(row(DriverDimension.CARRIER, "slow").qValue())
        .isCloseTo(least * tested.size(), within(1e-15));
    assertThat(tested).allSatisfy(row -> assertThat(row.qValue()).isBetween(p(row), 1.0));
  }

  @Test
  void excessThatIsSpreadEvenlyHasNoDriver() {
    ordinarySellers(2);
    sells(40, 12, "slow", "plain");
    sells(60, 18, "quick", "plain");

    assertThat(rows()).isNotEmpty().allSatisfy(row -> assertThat(row.driverRank()).isNull());
  }

  @Test
  void ofTwoValuesThatTheSameOrdersHaveTheFormerOfTheListIsNamed() {
    ordinarySellers(2);
    sells(40, 24, "quick", "odd", PROMISED.plusSeconds(1));
    sells(60, 6, "quick", "plain");

    Driver article = row(DriverDimension.SKU, "odd");
    Driver lateness = row(DriverDimension.LATE_DELIVERY, "late");
    assertThat(p(lateness)).isCloseTo(p(article), withinPercentage(1e-6));
    assertThat(article.driverRank()).isEqualTo(1);
    assertThat(lateness.driverRank()).isNull();
  }

  @Test
  void secondDriverIsTestedAmongWhatTheFirstLeaves() {
    ordinarySellers(2);
    sells(40, 24, "slow", "plain");
    sells(10, 8, "quick", "odd");
    sells(50, 4, "quick", "plain");

    assertThat(row(DriverDimension.CARRIER, "slow").driverRank()).isEqualTo(1);
    Driver odd = row(DriverDimension.SKU, "odd");
    assertThat(odd.driverRank()).isEqualTo(2);
    // Among 60 lines with 12 disputes, 10 lines with 8
    assertThat(odd.restPValue())
        .isCloseTo(BinomialDistribution.of(12, 1 / 6.0).survivalProbability(7), within(1e-12));
    assertThat(row(DriverDimension.CARRIER, "slow").restPValue()).isNull();
  }

  @Test
  void carrierThatIsAsSlowForEverybodyCarriesNoExcess() {
    ordinarySellers(5);
    sells(40, 24, "slow", "plain");
    sells(60, 6, "quick", "plain");

    Driver slow = row(DriverDimension.CARRIER, "slow");
    assertThat(slow.othersObservedCount()).isEqualTo(30);
    // 240 of the others' 600 lines have 30 of their 30 disputes
    assertThat(slow.othersExpectedCount()).isCloseTo(12.0, within(1e-9));
    assertThat(slow.isHighForOthers()).isTrue();
    // 2 with an effect of (30 + 20) / (12 + 20), 3 with one of (0 + 20) / (18 + 20); together 5
    double weight = 2 * 50 / 32.0;
    assertThat(slow.expectedCount()).isCloseTo(5 * weight / (weight + 3 * 20 / 38.0), within(1e-9));
    assertThat(slow.driverRank()).isNull();
  }

  @Test
  void carrierThatIsSlowForEverybodyAndWorseForTheSellerIsSaidSoAndStands() {
    ordinarySellers(4);
    sells(40, 36, "slow", "plain");
    sells(60, 2, "quick", "plain");

    Driver slow = row(DriverDimension.CARRIER, "slow");
    assertThat(slow.driverRank()).isEqualTo(1);
    assertThat(slow.isHighForOthers()).isTrue();
  }

  @Test
  void dimensionsThatSellersDoNotShareTakeNothingFromOthers() {
    ordinarySellers(2);
    sells(100, 30, "quick", "plain");

    Driver article = row(DriverDimension.SKU, "plain");
    assertThat(article.othersRatio()).isNull();
    assertThat(article.isHighForOthers()).isNull();
    assertThat(row(DriverDimension.WEEKDAY, "Thursday").othersRatio()).isCloseTo(1.0, within(1e-9));
  }

  @Test
  void valuesOfADimensionAddUpToThePair() {
    ordinarySellers(4);
    sells(40, 24, "slow", "plain");
    sells(60, 6, "quick", "plain");

    for (DriverDimension dimension : DriverDimension.values()) {
      List<Driver> values = rows().stream().filter(row -> row.dimension() == dimension).toList();
      assertThat(values.stream().mapToDouble(Driver::expectedCount).sum())
          .isCloseTo(values.get(0).pairExpectedCount(), within(1e-9));
    }
  }

  @Test
  void carrierThatOthersAreContentWithIsNotHighForOthers() {
    ordinarySellers(2);
    sells(40, 24, "slow", "plain");
    sells(60, 6, "quick", "plain");

    Driver slow = row(DriverDimension.CARRIER, "slow");
    assertThat(slow.othersRatio()).isCloseTo(1.0, within(1e-9));
    assertThat(slow.isHighForOthers()).isFalse();
  }

  @Test
  void whatTheLogDoesNotTellIsCountedAndNotTested() {
    ordinarySellers(2);
    sells(100, 30, "quick", "plain");

    Driver region = row(DriverDimension.SHIP_REGION, "unknown");
    assertThat(region.observedCount()).isEqualTo(30);
    assertThat(region.pValue()).isNull();
    assertThat(region.isHighForOthers()).isNull();
  }

  @Test
  void latenessIsNoDriverOfLateDelivery() {
    for (String disputedFor : List.of("DEFECTIVE", "LATE_DELIVERY", "ITEM_NOT_RECEIVED")) {
      cause = disputedFor;
      ordinarySellers(2);
      sells(100, 30, "quick", "plain");
    }

    assertThat(dimensionsOf("DEFECTIVE")).contains(DriverDimension.LATE_DELIVERY);
    assertThat(dimensionsOf("LATE_DELIVERY")).doesNotContain(DriverDimension.LATE_DELIVERY);
    assertThat(dimensionsOf("ITEM_NOT_RECEIVED")).doesNotContain(DriverDimension.LATE_DELIVERY);
  }

  @Test
  void deliveryIsLateOnTimeOrNotKnown() {
    ordinarySellers(2);
    sells(20, 6, "quick", "plain", Instant.parse("2026-01-05T00:00:01Z"));
    sells(30, 6, "quick", "plain", PROMISED);
    sells(50, 6, "quick", "plain", Instant.parse("2026-02-01T00:00:00Z"));

    assertThat(row(DriverDimension.LATE_DELIVERY, "late").transactionCount()).isEqualTo(20);
    assertThat(row(DriverDimension.LATE_DELIVERY, "on time").transactionCount()).isEqualTo(30);
    // It arrived after the as-of date: by then nothing was known.
    assertThat(row(DriverDimension.LATE_DELIVERY, "no delivery known").transactionCount())
        .isEqualTo(50);
    assertThat(row(DriverDimension.PROMISED_TIME, "3 to 5 days").transactionCount()).isEqualTo(100);
  }

  @Test
  void buyersWhoDisputeAreCounted() {
    ordinarySellers(2);
    sells(40, 24, "slow", "plain");
    sells(60, 6, "quick", "plain");

    Driver slow = row(DriverDimension.CARRIER, "slow");
    // Every third order is of one and the same buyer.
    assertThat(slow.topBuyerCount()).isEqualTo(8);
    assertThat(slow.buyerCount()).isEqualTo(17);
  }

  private Stream<DriverDimension> dimensionsOf(String disputedFor) {
    return rows().stream()
        .filter(row -> row.cause().equals(disputedFor))
        .map(Driver::dimension)
        .distinct();
  }

  private static double p(Driver row) {
    Double p = row.pValue();
    return p == null ? 1 : p;
  }

  private void ordinarySellers(int disputedWithSlow) {
    for (int seller = 0; seller < 6; seller++) {
      sold("s-" + seller, 40, disputedWithSlow, "slow", "plain", PROMISED);
      sold("s-" + seller, 60, 5 - disputedWithSlow, "quick", "plain", PROMISED);
    }
  }

  private void sells(int orders, int disputed, String carrier, String sku) {
    sells(orders, disputed, carrier, sku, PROMISED);
  }

  private void sells(int orders, int disputed, String carrier, String sku, Instant delivered) {
    sold("bad", orders, disputed, carrier, sku, delivered);
  }

  private void sold(
      String seller, int orders, int disputed, String carrier, String sku, Instant delivered) {
    for (int order = 0; order < orders; order++) {
      String id = "t-" + lines.size();
      String buyer = order % 3 == 0 ? "often" : "buyer of " + id;
      TransactionExample line =
          aTransaction(id)
              .seller(seller)
              .sku(sku)
              .put(Transaction.CARRIER, carrier)
              .put(Transaction.BUYER_ID, buyer)
              .put(Transaction.PROMISED_BY, PROMISED)
              .put(Transaction.DELIVERED_AT, delivered);
      lines.add(line.build());
      if (order < disputed) {
        DisputeExample dispute = aDispute("of " + id).seller(seller).cause(cause);
        disputes.add(dispute.line(id, "order of " + id).put("carrier", carrier).build());
      }
    }
  }

  private Driver row(DriverDimension dimension, String value) {
    return rows().stream()
        .filter(row -> row.dimension() == dimension && row.dimensionValue().equals(value))
        .findFirst()
        .orElseThrow();
  }

  /** Of the orders that the test has chosen by then. */
  private List<Driver> rows() {
    if (found.isEmpty()) {
      found = driversOfTheBadSeller();
    }
    return found;
  }

  private List<Driver> driversOfTheBadSeller() {
    Dataset<Row> transactions = ContractRows.rows(spark, Transaction.CONTRACT, lines);
    Dataset<Row> disputed = ContractRows.rows(spark, Dispute.CONTRACT, disputes);
    IntermediateRows intermediate = new IntermediateRows(spark, folder);
    Cells cells =
        new Cells(
            ContractRows.computed(Cells.withAnyFulfilment(JANUARY.sold(transactions))),
            ContractRows.computed(JANUARY.observed(disputed)));
    List<Row> flags =
        disputes.stream()
            .map(Dispute::cause)
            .distinct()
            .flatMap(
                of ->
                    Stream.of(
                        RowFactory.create("bad", of, true), RowFactory.create("s-1", of, false)))
            .toList();
    Dataset<Row> flagged = spark.createDataFrame(flags, FLAGS);
    return ContractRows.records(
        new Drivers(JANUARY, intermediate).from(flagged, cells, transactions, disputed),
        Driver.CONTRACT);
  }
}
