package dev.hindsight.analytics.restatements;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hindsight.analytics.SparkTest;
import dev.hindsight.analytics.dataset.ContractRows;
import dev.hindsight.datasets.contract.Field;
import dev.hindsight.datasets.lake.VersionName;
import dev.hindsight.datasets.marts.DailyCounts;
import dev.hindsight.datasets.marts.DailyMeasure;
import dev.hindsight.datasets.marts.Restatement;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@SparkTest
class RestatementsTest {
  private static final LocalDate EARLIER = LocalDate.parse("2026-05-31");
  private static final LocalDate NOW = LocalDate.parse("2026-06-01");
  private static final LocalDate THIRD_OF_MAY = LocalDate.parse("2026-05-03");

  private final SparkSession spark;

  RestatementsTest(SparkSession spark) {
    this.spark = spark;
  }

  @Test
  void correctionAndGrowthOfANumberAreToldApart() {
    Restatement opened =
        restatements(
                day(DailyCounts.OPEN_COUNT, 12L),
                day(DailyCounts.OPEN_COUNT, 15L),
                day(DailyCounts.OPEN_COUNT, 14L))
            .get(0);

    assertThat(opened)
        .isEqualTo(
            new Restatement(
                THIRD_OF_MAY,
                DailyMeasure.OPEN_DISPUTES,
                "disputes",
                "2026-05-31.2",
                EARLIER,
                12,
                3,
                -1,
                14,
                null,
                null,
                null,
                null,
                null,
                true,
                NOW));
  }

  @Test
  void whatHasOnlyGrownIsNotRestated() {
    assertThat(
            restatements(
                day(DailyCounts.DISPUTED_ORDER_COUNT, 4L),
                day(DailyCounts.DISPUTED_ORDER_COUNT, 4L),
                day(DailyCounts.DISPUTED_ORDER_COUNT, 5L)))
        .singleElement()
        .matches(row -> row.measure() == DailyMeasure.DISPUTED_ORDERS)
        .matches(row -> row.restatedCount() == 0 && row.maturedCount() == 1)
        .matches(row -> !row.isRestated());
  }

  @Test
  void correctionThatGrowthHidesIsTold() {
    assertThat(
            restatements(
                day(DailyCounts.OPEN_COUNT, 2L),
                day(DailyCounts.OPEN_COUNT, 3L),
                day(DailyCounts.OPEN_COUNT, 2L)))
        .singleElement()
        .matches(row -> row.earlierCount() == row.currentCount() && row.isRestated());
  }

  @Test
  void sameNumbersAreNoRow() {
    Dataset<Row> day = day(DailyCounts.TRANSACTION_COUNT, 12L);

    assertThat(restatements(day, day, day)).isEmpty();
  }

  @Test
  void dateThatOneVersionLacksCountsNothingThere() {
    Dataset<Row> none = days(List.of());
    Dataset<Row> one = day(DailyCounts.EVENT_COUNT, 1L);

    assertThat(restatements(none, one, one)).extracting(Restatement::restatedCount).contains(1L);
    assertThat(restatements(one, none, none)).extracting(Restatement::restatedCount).contains(-1L);
    assertThat(restatements(one, none, none)).hasSize(1);
  }

  @Test
  void dateThatTheEarlierVersionCouldNotHaveIsNoRow() {
    Dataset<Row> today =
        days(List.of(Map.of(DailyCounts.COUNTED_DATE, NOW, DailyCounts.EVENT_COUNT, 5L)));

    assertThat(restatements(days(List.of()), today, today)).isEmpty();
  }

  @Test
  void moneyIsRestatedWhereTheCountIsNot() {
    assertThat(
            restatements(
                day(DailyCounts.SOLD_AMOUNT, new BigDecimal("10.00")),
                day(DailyCounts.SOLD_AMOUNT, new BigDecimal("12.50")),
                day(DailyCounts.SOLD_AMOUNT, new BigDecimal("12.50"))))
        .singleElement()
        .isEqualTo(
            new Restatement(
                THIRD_OF_MAY,
                DailyMeasure.TRANSACTIONS,
                "transactions",
                "2026-05-31.2",
                EARLIER,
                0,
                0,
                0,
                0,
                new BigDecimal("10.0000"),
                new BigDecimal("2.5000"),
                new BigDecimal("0.0000"),
                new BigDecimal("12.5000"),
                "EUR",
                true,
                NOW));
  }

  @Test
  void moneyOfTwoCurrenciesIsNotCompared() {
    Dataset<Row> before = day(DailyCounts.SOLD_AMOUNT, new BigDecimal("10.00"));
    Dataset<Row> now = day(DailyCounts.SOLD_AMOUNT, new BigDecimal("12.50"));

    assertThat(restatements(null, before, now, now)).isEmpty();
  }

  @Test
  void everyNumberOfADateIsCompared() {
    Map<Field, Object> counts = new HashMap<>();
    for (Field field : DailyCounts.CONTRACT.fields()) {
      if (field.name().endsWith("_count") && field != DailyCounts.UNCONVERTED_COUNT) {
        counts.put(field, (long) counts.size() + 1);
      }
    }
    counts.put(DailyCounts.COUNTED_DATE, THIRD_OF_MAY);
    Dataset<Row> now = days(List.of(counts));

    assertThat(restatements(days(List.of()), now, now))
        .extracting(Restatement::measure)
        .containsExactlyInAnyOrder(DailyMeasure.values());
    assertThat(restatements(days(List.of()), now, now))
        .extracting(Restatement::currentCount)
        .doesNotHaveDuplicates();
  }

  private List<Restatement> restatements(
      Dataset<Row> before, Dataset<Row> known, Dataset<Row> now) {
    return restatements("EUR", before, known, now);
  }

  private static List<Restatement> restatements(
      @Nullable String currency, Dataset<Row> before, Dataset<Row> known, Dataset<Row> now) {
    return ContractRows.records(
        new Restatements(new VersionName(EARLIER, 2), NOW, currency).from(before, known, now),
        Restatement.CONTRACT);
  }

  private Dataset<Row> day(Field field, Object number) {
    return days(List.of(Map.of(DailyCounts.COUNTED_DATE, THIRD_OF_MAY, field, number)));
  }

  private Dataset<Row> days(List<Map<Field, Object>> days) {
    return ContractRows.rows(spark, DailyCounts.CONTRACT, days.stream().map(this::counts).toList());
  }

  private DailyCounts counts(Map<Field, Object> values) {
    Map<Field, Object> all = new HashMap<>(values);
    all.put(DailyCounts.CURRENCY, "EUR");
    all.put(DailyCounts.AS_OF_DATE, EARLIER);
    return ContractRows.record(DailyCounts.CONTRACT, all);
  }
}
