package dev.hindsight.analytics.advice;

import static dev.hindsight.analytics.examples.SellerExample.aSeller;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hindsight.analytics.SparkTest;
import dev.hindsight.analytics.dataset.ContractRows;
import dev.hindsight.datasets.contract.Field;
import dev.hindsight.datasets.landed.Bounce;
import dev.hindsight.datasets.landed.ReportFrequency;
import dev.hindsight.datasets.landed.Seller;
import dev.hindsight.datasets.landed.Unsubscribe;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@SparkTest
class ReachTest {
  private static final Instant END = Instant.parse("2026-02-01T00:00:00Z");
  private static final String ADDRESS = "One@shop.example";

  private final SparkSession spark;
  private final List<Unsubscribe> unsubscribes = new ArrayList<>();
  private final List<Bounce> bounces = new ArrayList<>();

  ReachTest(SparkSession spark) {
    this.spark = spark;
  }

  @Test
  void sellersAreReachedAsTheyWantAndWhereTheyAre() {
    unsubscribed("2026-02-01T00:00:00Z", null);
    bounced("5.1.1", "2026-02-01T00:00:00Z");
    bounced("4.2.2", "2026-01-10T00:00:00Z");

    assertThat(only()).isEqualTo(seller());
  }

  @Test
  void whoUnsubscribedHasReportsOff() {
    unsubscribed("2026-01-31T23:59:59Z", null);

    assertThat(only().reports()).isEqualTo(ReportFrequency.OFF);
    assertThat(only().email()).isEqualTo(ADDRESS);
  }

  @Test
  void whoWantsReportsAgainHasThemFromThenOn() {
    unsubscribed("2026-01-10T00:00:00Z", "2026-01-20T00:00:00Z");
    assertThat(only().reports()).isEqualTo(ReportFrequency.WEEKLY);

    unsubscribed("2026-01-30T00:00:00Z", "2026-02-10T00:00:00Z");
    assertThat(only().reports()).isEqualTo(ReportFrequency.OFF);
  }

  @Test
  void addressIsDeadUntilMailArrivesThereAgain() {
    bounced("5.1.1", "2026-01-10T00:00:00Z");
    assertThat(only().email()).isNull();
    assertThat(only().reports()).isEqualTo(ReportFrequency.WEEKLY);

    bounced("2.0.0", "2026-01-11T00:00:00Z");
    assertThat(only().email()).isEqualTo(ADDRESS);
  }

  private static Seller seller() {
    return aSeller("s-1").email(ADDRESS).build();
  }

  private void unsubscribed(String at, @Nullable String resubscribedAt) {
    Map<Field, Object> values = new HashMap<>();
    values.put(Unsubscribe.SELLER_ID, "s-1");
    values.put(Unsubscribe.UNSUBSCRIBED_AT, Instant.parse(at));
    if (resubscribedAt != null) {
      values.put(Unsubscribe.RESUBSCRIBED_AT, Instant.parse(resubscribedAt));
    }
    unsubscribes.add(ContractRows.record(Unsubscribe.CONTRACT, values));
  }

  private void bounced(String status, String at) {
    bounces.add(
        ContractRows.record(
            Bounce.CONTRACT,
            Map.of(
                Bounce.EMAIL,
                "one@shop.example",
                Bounce.STATUS,
                status,
                Bounce.BOUNCED_AT,
                Instant.parse(at))));
  }

  private Seller only() {
    return ContractRows.records(
            new Reach(END)
                .of(
                    ContractRows.rows(spark, Seller.CONTRACT, List.of(seller())),
                    ContractRows.rows(spark, Unsubscribe.CONTRACT, unsubscribes),
                    ContractRows.rows(spark, Bounce.CONTRACT, bounces)),
            Seller.CONTRACT)
        .get(0);
  }
}
