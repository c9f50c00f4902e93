package dev.hindsight.analytics.recommendations;

import static dev.hindsight.analytics.Cohorts.JANUARY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.hindsight.analytics.SparkTest;
import dev.hindsight.analytics.dataset.ContractRows;
import dev.hindsight.analytics.playbook.Playbook;
import dev.hindsight.datasets.contract.Field;
import dev.hindsight.datasets.marts.AccountableParty;
import dev.hindsight.datasets.marts.Driver;
import dev.hindsight.datasets.marts.DriverDimension;
import dev.hindsight.datasets.marts.Recommendation;
import dev.hindsight.datasets.marts.SellerCause;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;

@SparkTest
class RecommendationsTest {
  private static final LocalDate DATE = JANUARY.window().lastDate();

  private final SparkSession spark;
  private final List<SellerCause> pairs = new ArrayList<>();
  private final List<Driver> drivers = new ArrayList<>();

  RecommendationsTest(SparkSession spark) {
    this.spark = spark;
  }

  @Test
  void evenlySpreadExcessGetsTheAdviceForItsCause() {
    pair("DEFECTIVE", Map.of());

    Recommendation only = only();
    assertThat(only.recommendationRank()).isEqualTo(1);
    assertThat(only.dimension()).isNull();
    assertThat(only.excessShare()).isEqualTo(1);
    assertThat(only.avoidableCount()).isEqualTo(16);
    // 16 x 400 EUR / 40 disputes with an amount
    assertThat(only.avoidableAmount()).isEqualByComparingTo("160");
    assertThat(only.avoidableAmountLow()).isEqualByComparingTo("100");
    assertThat(only.avoidableAmountHigh()).isEqualByComparingTo("220");
    assertThat(only.action()).startsWith("Test a few pieces");
    assertThat(only.topBuyerShare()).isEqualTo(0.05);
  }

  @Test
  void driverNarrowsTheAdviceToItsPartOfTheExcess() {
    pair("DEFECTIVE", Map.of());
    driver(1, DriverDimension.SKU, "lamp", 25, 10.0, 20L);

    Recommendation only = only();
    assertThat(only.dimensionValue()).isEqualTo("lamp");
    // (25 - 10) / (40 - 20)
    assertThat(only.excessShare()).isCloseTo(0.75, within(1e-12));
    assertThat(only.avoidableCount()).isCloseTo(12, within(1e-12));
    assertThat(only.avoidableCountLow()).isCloseTo(7.5, within(1e-12));
    assertThat(only.action()).startsWith("Take this article out of the shop until");
    assertThat(only.buyerCount()).isEqualTo(20);
  }

  @Test
  void secondDriverIsLeftWhatTheFirstDoesNotCarry() {
    pair("DEFECTIVE", Map.of());
    driver(1, DriverDimension.SKU, "lamp", 25, 10.0, 20L);
    driver(2, DriverDimension.CARRIER, "slow", 20, 8.0, 20L);

    assertThat(rows().stream().map(Recommendation::excessShare))
        .satisfiesExactly(
            first -> assertThat(first).isCloseTo(0.75, within(1e-12)),
            second -> assertThat(second).isCloseTo(0.25, within(1e-12)));
  }

  @Test
  void dimensionWithoutAPlayGetsTheAdviceForTheCause() {
    pair("DEFECTIVE", Map.of());
    driver(1, DriverDimension.WEEKDAY, "Monday", 25, 10.0, 20L);

    assertThat(only().dimensionValue()).isEqualTo("Monday");
    assertThat(only().action()).startsWith("Test a few pieces");
  }

  @Test
  void threeBuyersAreNoFindingAboutTheSeller() {
    pair("DEFECTIVE", Map.of(SellerCause.BUYER_COUNT, 3L));

    assertThat(rows()).isEmpty();
  }

  @Test
  void driverOfThreeBuyersIsNotNamed() {
    pair("DEFECTIVE", Map.of());
    driver(1, DriverDimension.SKU, "lamp", 25, 10.0, 3L);

    assertThat(only().dimension()).isNull();
  }

  @Test
  void whereNobodyKnowsTheBuyersTheAdviceIsGiven() {
    Map<Field, Object> unknown = new HashMap<>();
    unknown.put(SellerCause.BUYER_COUNT, Unknown.BUYERS);
    pair("DEFECTIVE", unknown);

    assertThat(only().buyerCount()).isNull();
    assertThat(only().topBuyerShare()).isNull();
  }

  @Test
  void onlyWhatIsConfirmedAndTheSellersToChangeIsAdvisedOn() {
    pair("DEFECTIVE", Map.of(SellerCause.IS_CONFIRMED, false));
    pair("WRONG_ITEM", Map.of(SellerCause.ACCOUNTABLE_PARTY, AccountableParty.MARKETPLACE));

    assertThat(rows()).isEmpty();
  }

  @Test
  void atMostThreeAreGivenAndTheDearestFirst() {
    pair("DEFECTIVE", Map.of(SellerCause.DISPUTED_AMOUNT, new BigDecimal("100")));
    pair("WRONG_ITEM", Map.of(SellerCause.DISPUTED_AMOUNT, new BigDecimal("900")));
    pair("MISSING_PARTS", Map.of(SellerCause.DISPUTED_AMOUNT, new BigDecimal("300")));
    pair("LATE_DELIVERY", Map.of(SellerCause.DISPUTED_AMOUNT, new BigDecimal("200")));

    assertThat(rows().stream().map(Recommendation::cause))
        .containsExactly("WRONG_ITEM", "MISSING_PARTS", "LATE_DELIVERY");
  }

  private enum Unknown {
    BUYERS
  }

  /** 40 disputed orders of 20 expected, 16 (10 to 22) avoidable, 400 EUR in 40 disputes. */
  private void pair(String cause, Map<Field, Object> other) {
    Map<Field, Object> values = new HashMap<>();
    values.put(SellerCause.SELLER_ID, "s-1");
    values.put(SellerCause.CAUSE, cause);
    values.put(SellerCause.ACCOUNTABLE_PARTY, AccountableParty.SELLER);
    values.put(SellerCause.IS_FLAGGED, true);
    values.put(SellerCause.IS_CONFIRMED, true);
    values.put(SellerCause.OBSERVED_COUNT, 40L);
    values.put(SellerCause.EXPECTED_COUNT, 20.0);
    values.put(SellerCause.AVOIDABLE_COUNT, 16.0);
    values.put(SellerCause.AVOIDABLE_COUNT_LOW, 10.0);
    values.put(SellerCause.AVOIDABLE_COUNT_HIGH, 22.0);
    values.put(SellerCause.DISPUTE_COUNT, 44L);
    values.put(SellerCause.UNCONVERTED_COUNT, 4L);
    values.put(SellerCause.DISPUTED_AMOUNT, new BigDecimal("400"));
    values.put(SellerCause.CURRENCY, "EUR");
    values.put(SellerCause.BUYER_COUNT, 39L);
    values.put(SellerCause.TOP_BUYER_COUNT, 2L);
    values.put(SellerCause.SPREAD, 0.0);
    values.put(SellerCause.PRIOR_VARIANCE, 0.1);
    dated(values, SellerCause.CONTRACT.fields());
    values.putAll(other);
    if (values.get(SellerCause.BUYER_COUNT) == Unknown.BUYERS) {
      values.remove(SellerCause.BUYER_COUNT);
      values.remove(SellerCause.TOP_BUYER_COUNT);
    }
    pairs.add(ContractRows.record(SellerCause.CONTRACT, values));
  }

  private void driver(
      int rank,
      DriverDimension dimension,
      String value,
      long observed,
      double expected,
      long buyers) {
    Map<Field, Object> values = new HashMap<>();
    values.put(Driver.SELLER_ID, "s-1");
    values.put(Driver.CAUSE, "DEFECTIVE");
    values.put(Driver.DIMENSION, dimension);
    values.put(Driver.DIMENSION_VALUE, value);
    values.put(Driver.DRIVER_RANK, rank);
    values.put(Driver.OBSERVED_COUNT, observed);
    values.put(Driver.EXPECTED_COUNT, 5.0);
    values.put(Driver.OTHER_VALUES_EXPECTED_COUNT, expected);
    values.put(Driver.PAIR_EXPECTED_COUNT, 20.0);
    values.put(Driver.BUYER_COUNT, buyers);
    values.put(Driver.TOP_BUYER_COUNT, 1L);
    dated(values, Driver.CONTRACT.fields());
    drivers.add(ContractRows.record(Driver.CONTRACT, values));
  }

  private static void dated(Map<Field, Object> values, List<Field> fields) {
    fields.stream()
        .filter(field -> field.name().endsWith("_date"))
        .forEach(field -> values.put(field, DATE));
  }

  private Recommendation only() {
    List<Recommendation> rows = rows();
    assertThat(rows).hasSize(1);
    return rows.get(0);
  }

  private List<Recommendation> rows() {
    return ContractRows.records(
            new Recommendations(JANUARY)
                .from(
                    ContractRows.rows(spark, SellerCause.CONTRACT, pairs),
                    ContractRows.rows(spark, Driver.CONTRACT, drivers),
                    Playbook.bundled().rows(spark)),
            Recommendation.CONTRACT)
        .stream()
        .sorted(Comparator.comparing(Recommendation::recommendationRank))
        .toList();
  }
}
