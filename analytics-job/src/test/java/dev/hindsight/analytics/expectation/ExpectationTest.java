package dev.hindsight.analytics.expectation;

import static dev.hindsight.analytics.Cohorts.JANUARY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.hindsight.analytics.SparkTest;
import dev.hindsight.analytics.cohort.Cohort;
import dev.hindsight.analytics.dataset.Columns;
import dev.hindsight.datasets.contract.Field;
import dev.hindsight.datasets.marts.Dispute;
import dev.hindsight.datasets.marts.SellerReport;
import dev.hindsight.datasets.marts.SellerScorecard;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;

@SparkTest
class ExpectationTest {
  private static final String CAUSE = "DEFECTIVE";
  private static final String BAND = "10 to 25";
  private static final String BY_SELLER = "SELLER";
  private static final String BY_MARKETPLACE = "MARKETPLACE";
  private static final LocalDate COHORT = LocalDate.parse("2026-01-31");
  private static final LocalDate WEEK = LocalDate.parse("2026-01-05");

  private static final Field[] WEIGHED = {
    SellerScorecard.SELLER_ID, Dispute.CATEGORY, Cohort.PRICE_BAND, Cohort.ORDER_WEEK
  };

  private final SparkSession spark;
  private final List<Row> sold = new ArrayList<>();
  private final List<Row> observed = new ArrayList<>();
  private List<Row> compared = List.of();

  ExpectationTest(SparkSession spark) {
    this.spark = spark;
  }

  @Test
  void expectedIsTheOtherSellersRateInTheSameCategoryAndWeek() {
    // Six sellers of 100 toys each, seller k with k disputes; books are disputed ten times as
    // often.
    for (int seller = 1; seller <= 6; seller++) {
      sells("s-" + seller, "toys", WEEK, 100, seller);
      sells("b-" + seller, "books", WEEK, 100, 40);
    }

    // s-1: 100 x (2 + 3 + 4 + 5 + 6) / 500; s-6: 100 x (1 + 2 + 3 + 4 + 5) / 500
    assertThat(expected("s-1")).isCloseTo(4.0, within(1e-12));
    assertThat(expected("s-6")).isCloseTo(3.0, within(1e-12));
    assertThat(expected("b-1")).isCloseTo(40.0, within(1e-12));
    assertThat(row("s-1").<Long>getAs(SellerReport.PEER_COUNT.name())).isEqualTo(5);
  }

  @Test
  void whatCostsMoreIsComparedWithWhatCostsMore() {
    for (int seller = 1; seller <= 6; seller++) {
      sells("s-" + seller, "toys", "under 10", WEEK, 100, 10);
      sells("s-" + seller, "toys", "100 to 250", WEEK, 10, 9);
    }
    sells("s-7", "toys", "100 to 250", WEEK, 10, 9);

    assertThat(expected("s-7")).isCloseTo(9.0, within(1e-12));
  }

  @Test
  void categoryAndWeekAreUsedWhereThePriceHasTooFewOtherSellers() {
    for (int seller = 1; seller <= 6; seller++) {
      sells("s-" + seller, "toys", "under 10", WEEK, 100, 10);
    }
    sells("s-7", "toys", "100 to 250", WEEK, 50, 9);

    assertThat(expected("s-7")).isCloseTo(5.0, within(1e-12));
  }

  @Test
  void cohortsAreComparedEachForItself() {
    for (int seller = 1; seller <= 6; seller++) {
      sells("s-" + seller, "toys", WEEK, 100, 10);
      sold.add(
          RowFactory.create(
              COHORT.minusDays(7), "s-" + seller, "toys", BAND, WEEK, BY_SELLER, 1_000L));
    }

    assertThat(expected("s-1")).isCloseTo(10.0, within(1e-12));
  }

  @Test
  void strataOfSeveralWeeksAddUp() {
    for (int seller = 1; seller <= 6; seller++) {
      sells("s-" + seller, "toys", WEEK, 100, 10);
      sells("s-" + seller, "toys", WEEK.plusWeeks(1), 50, 20);
    }

    assertThat(expected("s-1")).isCloseTo(100 * 50.0 / 500 + 50 * 100.0 / 250, within(1e-12));
    assertThat(row("s-1").<Long>getAs(SellerScorecard.OBSERVED_COUNT.name())).isEqualTo(30);
  }

  @Test
  void whatAFineStratumHasComparedIsLeftOutOfTheCoarserOne() {
    // Of s-1's 300 lines those under 10 are compared among such, those of 100 to 250 in their
    // category, the books in their week.
    for (int seller = 1; seller <= 6; seller++) {
      sells("s-" + seller, "toys", "under 10", WEEK, 100, 5);
    }
    sells("s-1", "toys", "100 to 250", WEEK, 100, 30);
    sells("s-1", "books", BAND, WEEK, 100, 40);
    sells("s-2", "books", BAND, WEEK, 100, 20);

    double byPrice = 100 * 25 / 500.0;
    double byCategory = 100 * 25 / 500.0;
    double byWeek = 100 * 45 / 600.0;
    assertThat(expected("s-1")).isCloseTo(byPrice + byCategory + byWeek, within(1e-12));
    assertThat(row("s-1").<Long>getAs(SellerScorecard.OBSERVED_COUNT.name())).isEqualTo(75);
  }

  @Test
  void weightsOfLinesAddUpToWhatIsExpected() {
    Random random = new Random(11);
    for (int cell = 0; cell < 400; cell++) {
      long lines = 1 + random.nextInt(60);
      sells(
          "s-" + cell % 20,
          "category " + cell % 7,
          cell % 3 == 0 ? BAND : "under 10",
          WEEK.plusWeeks(cell / 140),
          lines,
          random.nextInt(4) == 0 ? 1 + lines / 20 : 0);
    }
    Dataset<Row> pairs = spark.sql("SELECT 's-3' AS seller_id, 'DEFECTIVE' AS cause");

    double weight =
        Expectation.rates(pairs, cells(), JANUARY)
            .join(cells().inAnyFulfilment(), Columns.names(WEIGHED), "inner")
            .selectExpr("sum(others_rate * transaction_count)")
            .first()
            .getDouble(0);

    assertThat(weight).isCloseTo(expected("s-3"), within(1e-9)).isGreaterThan(1);
  }

  @Test
  void weekIsUsedWhereTheCategoryHasTooFewOtherSellers() {
    // Only four others sell books; with the week's other sellers there are ten.
    for (int seller = 1; seller <= 5; seller++) {
      sells("b-" + seller, "books", WEEK, 100, 20);
    }
    for (int seller = 1; seller <= 6; seller++) {
      sells("s-" + seller, "toys", WEEK, 100, 10);
    }

    assertThat(expected("b-1")).isCloseTo(100 * (4 * 20 + 6 * 10) / 1000.0, within(1e-12));
    assertThat(row("b-1").<Long>getAs(SellerReport.PEER_COUNT.name())).isEqualTo(10);
    assertThat(expected("s-1")).isCloseTo(10.0, within(1e-12));
  }

  @Test
  void marketplaceIsUsedWhereTheWeekIsTooSmall() {
    for (int seller = 1; seller <= 6; seller++) {
      sells("s-" + seller, "toys", WEEK, 100, 10);
    }
    sells("s-1", "toys", WEEK.plusWeeks(1), 10, 0);

    // In the second week nobody else sold anything; over both weeks the others had 50 of 500.
    assertThat(expected("s-1")).isCloseTo(100 * 0.1 + 10 * 0.1, within(1e-12));
  }

  @Test
  void expectedIsAbsentWhereEvenTheMarketplaceHasTooFewSellers() {
    for (int seller = 1; seller <= 5; seller++) {
      sells("s-" + seller, "toys", WEEK, 1000, 100);
    }

    assertThat(expected("s-1")).isNull();
    assertThat(row("s-1").<Long>getAs(SellerReport.PEER_COUNT.name())).isNull();
    assertThat(row("s-1").<Long>getAs(SellerScorecard.OBSERVED_COUNT.name())).isEqualTo(100);
  }

  @Test
  void expectedIsAbsentWhereTooFewDisputesAreToBeExpectedOfTheOthers() {
    // 6 of 600 over all; the five others' 500 at that rate give exactly 5, with one line less 4.99.
    for (int seller = 1; seller <= 6; seller++) {
      sells("s-" + seller, "toys", WEEK, 100, 1);
    }
    assertThat(expected("s-1")).isCloseTo(1.0, within(1e-12));

    sells("s-1", "toys", WEEK.plusWeeks(1), 1, 0);
    assertThat(expected("s-1")).isNull();
  }

  @Test
  void largeStratumWithoutDisputesIsUsedAndGivesZero() {
    for (int seller = 1; seller <= 6; seller++) {
      sells("s-" + seller, "toys", WEEK, 100, 0);
      sells("b-" + seller, "books", WEEK, 100, 50);
    }

    assertThat(expected("s-1")).isZero();
  }

  @Test
  void totalUsesItsOwnCountsAndNotTheSumOfCauses() {
    for (int seller = 1; seller <= 6; seller++) {
      sells("s-" + seller, "toys", WEEK, 100, 10);
      observed.add(
          RowFactory.create(
              COHORT,
              Cohort.ANY_CAUSE,
              "s-" + seller,
              "toys",
              BAND,
              WEEK,
              Cohort.ANY_FULFILMENT,
              7L));
    }

    assertThat(row("s-1", Cohort.ANY_CAUSE).<Double>getAs("expected_count"))
        .isCloseTo(7.0, within(1e-12));
    assertThat(expected("s-1")).isCloseTo(10.0, within(1e-12));
  }

  @Test
  void whatSellersAreAccountableForIsComparedAmongOrdersThatTheSamePartyShips() {
    for (int seller = 1; seller <= 6; seller++) {
      ships("s-" + seller, BY_SELLER, 100, 9);
      ships("s-" + seller, BY_MARKETPLACE, 100, 3);
    }
    ships("s-7", BY_MARKETPLACE, 200, 6);

    // Over all orders the others have 72 of 1,200.
    assertThat(row("s-7", Cohort.ANY_CAUSE_OF_SELLER).<Double>getAs("expected_count"))
        .isCloseTo(200 * 18 / 600.0, within(1e-12));
    assertThat(expected("s-7")).isCloseTo(200 * 72 / 1200.0, within(1e-12));
    assertThat(row("s-1", Cohort.ANY_CAUSE_OF_SELLER).<Long>getAs("observed_count")).isEqualTo(12);
    assertThat(row("s-1", Cohort.ANY_CAUSE_OF_SELLER).<Double>getAs("expected_count"))
        .isCloseTo(100 * 45 / 500.0 + 100 * 21 / 700.0, within(1e-12));
  }

  @Test
  void allOrdersAreComparedWithWhereTooFewSellersAreShippedForLikeThat() {
    for (int seller = 1; seller <= 6; seller++) {
      ships("s-" + seller, BY_SELLER, 100, 9);
    }
    for (int seller = 1; seller <= 5; seller++) {
      ships("m-" + seller, BY_MARKETPLACE, 100, 3);
    }

    // Four others are too few: the others have 54 + 12 of 1,000.
    assertThat(row("m-1", Cohort.ANY_CAUSE_OF_SELLER).<Double>getAs("expected_count"))
        .isCloseTo(100 * 66 / 1000.0, within(1e-12));
    assertThat(row("s-1", Cohort.ANY_CAUSE_OF_SELLER).<Double>getAs("expected_count"))
        .isCloseTo(9.0, within(1e-12));
  }

  @Test
  void everySellerHasATotalAlsoWhereNothingWasDisputed() {
    sells("s-1", "toys", WEEK, 3, 0);

    assertThat(row("s-1", Cohort.ANY_CAUSE).<Long>getAs("observed_count")).isZero();
  }

  /**
   * In one stratum with shares w of the transactions and d = observed - w x all observed, the
   * expected counts fall short of the observed ones by exactly the sum of d x w / (1 - w).
   */
  @Test
  void expectedAddsUpToObservedExceptForTheLeaveOneOutCorrection() {
    long[] lines = {40, 80, 120, 200, 260, 300};
    long[] disputes = {9, 3, 10, 14, 20, 44};
    for (int seller = 0; seller < lines.length; seller++) {
      sells("s-" + seller, "toys", WEEK, lines[seller], disputes[seller]);
    }

    double correction = 0;
    for (int seller = 0; seller < lines.length; seller++) {
      double share = lines[seller] / 1000.0;
      correction += (disputes[seller] - share * 100) * share / (1 - share);
    }
    double sum =
        rows().values().stream().mapToDouble(row -> row.<Double>getAs("expected_count")).sum();

    assertThat(sum).isCloseTo(100 - correction, within(1e-9));
  }

  private void sells(String seller, String category, LocalDate week, long lines, long disputes) {
    sells(seller, category, BAND, week, lines, disputes);
  }

  private void sells(
      String seller, String category, String band, LocalDate week, long lines, long disputes) {
    compared = List.of();
    sold.add(RowFactory.create(COHORT, seller, category, band, week, BY_SELLER, lines));
    if (disputes > 0) {
      observed.add(
          RowFactory.create(
              COHORT, CAUSE, seller, category, band, week, Cohort.ANY_FULFILMENT, disputes));
    }
  }

  /** Of a cause a seller has one row, whoever ships. */
  private void ships(String seller, String fulfilment, long lines, long ofSeller) {
    compared = List.of();
    sold.add(RowFactory.create(COHORT, seller, "toys", BAND, WEEK, fulfilment, lines));
    observed.add(
        RowFactory.create(
            COHORT, Cohort.ANY_CAUSE_OF_SELLER, seller, "toys", BAND, WEEK, fulfilment, ofSeller));
    Predicate<Row> isOfCause = row -> row.get(1).equals(CAUSE) && row.get(2).equals(seller);
    long before = observed.stream().filter(isOfCause).mapToLong(row -> row.getLong(7)).sum();
    observed.removeIf(isOfCause);
    observed.add(
        RowFactory.create(
            COHORT, CAUSE, seller, "toys", BAND, WEEK, Cohort.ANY_FULFILMENT, before + ofSeller));
  }

  private Double expected(String seller) {
    return row(seller).getAs(SellerScorecard.EXPECTED_COUNT.name());
  }

  private Row row(String seller) {
    return row(seller, CAUSE);
  }

  private Row row(String seller, String cause) {
    return java.util.Objects.requireNonNull(rows(cause).get(seller));
  }

  private Map<String, Row> rows() {
    return rows(CAUSE);
  }

  private Map<String, Row> rows(String cause) {
    if (compared.isEmpty()) {
      compared = Expectation.from(cells()).collectAsList();
    }
    return compared.stream()
        .filter(row -> row.getAs(Cohort.COHORT_DATE.name()).equals(COHORT))
        .filter(row -> row.getAs(Expectation.CAUSE.name()).equals(cause))
        .collect(Collectors.toMap(row -> row.getAs("seller_id"), row -> row));
  }

  private Cells cells() {
    return new Cells(
        Cells.withAnyFulfilment(
            spark.createDataFrame(
                sold,
                schema(
                    "cohort_date",
                    "seller_id",
                    "category",
                    "price_band",
                    "order_week",
                    "fulfilment",
                    "transaction_count"))),
        spark.createDataFrame(
            observed,
            schema(
                "cohort_date",
                "cause",
                "seller_id",
                "category",
                "price_band",
                "order_week",
                "fulfilment",
                "observed_count")));
  }

  private static StructType schema(String... columns) {
    StructField[] fields = new StructField[columns.length];
    for (int column = 0; column < columns.length; column++) {
      DataType type =
          columns[column].endsWith("_count")
              ? DataTypes.LongType
              : columns[column].matches(".*_(week|date)")
                  ? DataTypes.DateType
                  : DataTypes.StringType;
      fields[column] = DataTypes.createStructField(columns[column], type, true);
    }
    return new StructType(fields);
  }
}
