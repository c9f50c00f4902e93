package dev.hindsight.reports.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.hindsight.datasets.lake.VersionName;
import dev.hindsight.datasets.landed.ReportFrequency;
import dev.hindsight.reports.due.Decision;
import dev.hindsight.reports.due.DueReason;
import dev.hindsight.reports.due.ReportedFinding;
import dev.hindsight.reports.due.SellerHistory;
import dev.hindsight.reports.due.SellerNews;
import dev.hindsight.reports.due.SentReport;
import dev.hindsight.reports.due.SkipReason;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;

@ParameterizedClass
@EnumSource
class DeliveryLogTest {
  private static final VersionName JULY_7 = new VersionName(LocalDate.parse("2026-07-07"), 1);
  private static final VersionName JULY_13 = new VersionName(LocalDate.parse("2026-07-13"), 1);
  private static final String WEEK = "week 2026-07-06";

  private final DataSource database;
  private final DeliveryLog log;

  DeliveryLogTest(Database product) {
    database = product.fresh();
    log = new DeliveryLog(database);
  }

  @Test
  void whatIsDueIsPlanned() {
    log.planned(JULY_7, List.of(due("s-1", WEEK), skipped("s-2")));

    assertThat(log.find(DeliveryFilter.ALL))
        .extracting(Delivery::sellerId, Delivery::period, Delivery::state, Delivery::attemptCount)
        .containsExactly(tuple("s-1", WEEK, DeliveryState.PLANNED, 0));
    assertThat(log.sentUntil(JULY_7.asOfDate()).of("s-1")).isEqualTo(SellerHistory.NONE);
  }

  @Test
  void aNewPlanTakesTheFormersPlace() {
    log.planned(JULY_7, List.of(due("s-1", WEEK), due("s-2", WEEK)));
    log.planned(JULY_13, List.of(due("s-1", "week 2026-07-13")));

    assertThat(log.find(DeliveryFilter.ALL)).extracting(Delivery::version).containsExactly(JULY_13);
  }

  @Test
  void whatWasBeingHandedOverIsUnknownAndCountsAsSent() {
    log.planned(JULY_7, List.of(due("s-1", WEEK)));
    log.sending(List.of(only()));

    assertThat(log.closeInterrupted()).isEqualTo(1);
    assertThat(only().state()).isEqualTo(DeliveryState.UNKNOWN);
    assertThat(only().answer()).contains("the process ended");
    assertThat(log.sentUntil(JULY_13.asOfDate()).of("s-1"))
        .isEqualTo(
            new SellerHistory(
                new SentReport(
                    JULY_7.asOfDate(), List.of(new ReportedFinding("DAMAGED", 3, 2.0, null))),
                Set.of("LATE 2026-06-29"),
                Set.of(WEEK),
                Set.of()));
  }

  @Test
  void whatWasRefusedIsNotSentAndItsPeriodIsTaken() {
    log.planned(JULY_7, List.of(due("s-1", WEEK)));
    log.ended(only(), DeliveryState.FAILED, "550 no such user");

    SellerHistory history = log.sentUntil(JULY_13.asOfDate()).of("s-1");

    assertThat(history.last()).isNull();
    assertThat(history.refusedPeriods()).containsExactly(WEEK);
    assertThat(log.counts()).containsOnly(Map.entry(DeliveryState.FAILED, 1L));
  }

  @Test
  void laterReportsAreNotHistoryYet() {
    log.planned(JULY_13, List.of(due("s-1", "week 2026-07-13")));
    log.ended(only(), DeliveryState.ACCEPTED, "250 ok");

    assertThat(log.sentUntil(JULY_7.asOfDate()).of("s-1").last()).isNull();
  }

  @Test
  void nobodyHandsOverWhatSomebodyElseHas() {
    log.planned(JULY_7, List.of(due("s-1", WEEK)));
    Delivery planned = only();
    log.sending(List.of(planned));

    assertThatThrownBy(() -> log.sending(List.of(planned)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("The report of week 2026-07-06 to seller s-1 is no longer planned");
  }

  @Test
  void ofSeveralReportsAllAreMarkedOrNone() {
    log.planned(JULY_7, List.of(due("s-1", WEEK), due("s-2", WEEK)));
    List<Delivery> planned = log.find(DeliveryFilter.ALL);
    log.ended(planned.get(1), DeliveryState.ACCEPTED, "250 ok");

    assertThatThrownBy(() -> log.sending(planned))
        .hasMessage("The report of week 2026-07-06 to seller s-2 is no longer planned");

    assertThat(log.find(DeliveryFilter.ALL))
        .extracting(Delivery::state)
        .containsExactly(DeliveryState.PLANNED, DeliveryState.ACCEPTED);
  }

  @Test
  void whatWasNotHandedOverAfterAllIsAsItWasBefore() {
    log.planned(JULY_7, List.of(due("s-1", WEEK), due("s-2", WEEK)));
    List<Delivery> planned = log.find(DeliveryFilter.ALL);
    log.sending(planned);
    log.ended(planned.get(1), DeliveryState.ACCEPTED, "250 ok");

    log.notSending(planned);

    assertThat(log.find(DeliveryFilter.ALL))
        .extracting(Delivery::state, Delivery::attemptCount)
        .containsExactly(tuple(DeliveryState.PLANNED, 0), tuple(DeliveryState.ACCEPTED, 1));
  }

  @Test
  void theDatabaseRefusesASecondReportOfAPeriod() {
    log.planned(JULY_7, List.of(due("s-1", WEEK)));
    log.ended(only(), DeliveryState.ACCEPTED, "250 ok");

    assertThatThrownBy(() -> log.planned(JULY_13, List.of(due("s-1", WEEK))))
        .isInstanceOf(DuplicateKeyException.class);
    assertThat(only().state()).isEqualTo(DeliveryState.ACCEPTED);
  }

  @Test
  void decisionsOfADateAreReplacedAndOldOnesForgotten() {
    VersionName old = new VersionName(LocalDate.parse("2026-01-01"), 1);
    log.decided(old, List.of(skipped("s-1")));
    log.decided(JULY_7, List.of(skipped("s-1"), skipped("s-2")));
    log.decided(JULY_7, List.of(due("s-1", WEEK), skipped("s-2")));

    assertThat(
            new JdbcTemplate(database)
                .queryForList(
                    "SELECT seller_id || ' ' || coalesce(due_reason, skip_reason) FROM report_decision ORDER BY 1",
                    String.class))
        .containsExactly("s-1 NEW_FINDING", "s-2 OFF");
  }

  @Test
  void theLogStaysWhenItIsOpenedAgain() {
    log.planned(JULY_7, List.of(due("s-1", WEEK)));

    assertThat(new DeliveryLog(database).find(DeliveryFilter.ALL)).hasSize(1);
  }

  @Test
  void deliveriesAreFoundByStateSellerPeriodAndDate() {
    log.planned(JULY_7, List.of(due("s-1", WEEK), due("s-2", WEEK)));

    assertThat(found(Set.of(DeliveryState.ACCEPTED), Set.of(), null, null)).isZero();
    assertThat(found(Set.of(DeliveryState.PLANNED), Set.of("s-2"), WEEK, null)).isEqualTo(1);
    assertThat(found(Set.of(), Set.of(), "month 2026-07", null)).isZero();
    assertThat(found(Set.of(), Set.of(), null, LocalDate.parse("2026-07-08"))).isZero();
    assertThat(found(Set.of(), Set.of(), null, LocalDate.parse("2026-07-07"))).isEqualTo(2);
  }

  private int found(
      Set<DeliveryState> states,
      Set<String> sellers,
      @Nullable String period,
      @Nullable LocalDate since) {
    return log.find(new DeliveryFilter(states, sellers, period, since)).size();
  }

  private Delivery only() {
    List<Delivery> all = log.find(DeliveryFilter.ALL);
    assertThat(all).hasSize(1);
    return all.get(0);
  }

  private static PlannedReport due(String seller, String period) {
    return new PlannedReport(
        new SellerNews(
            seller,
            seller + "@seller.test",
            ReportFrequency.WEEKLY,
            List.of(new ReportedFinding("DAMAGED", 3, 2.0, null)),
            List.of("LATE 2026-06-29")),
        new Decision(seller, period, DueReason.NEW_FINDING, null));
  }

  private static PlannedReport skipped(String seller) {
    return new PlannedReport(
        new SellerNews(seller, null, ReportFrequency.OFF, List.of(), List.of()),
        new Decision(seller, WEEK, null, SkipReason.OFF));
  }
}
