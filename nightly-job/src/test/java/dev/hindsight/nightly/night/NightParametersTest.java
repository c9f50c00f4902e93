package dev.hindsight.nightly.night;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hindsight.datasets.lake.AdviceHoldout;
import dev.hindsight.ingest.batches.RejectBudget;
import dev.hindsight.nightly.night.NightRequest.SparkSettings;
import dev.hindsight.nightly.spark.SparkMaster;
import dev.hindsight.reports.ReportSettings;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.batch.core.job.DefaultJobKeyGenerator;

class NightParametersTest {
  private static final Requests REQUESTS = Requests.in(Path.of("/data"));
  private static final LocalDate YESTERDAY = LocalDate.of(2026, 6, 30);
  private static final SparkSettings SPARK =
      new SparkSettings(new SparkMaster("local[1]", Map.of()), "64m", false);
  private static final ReportSettings REPORTS = ReportSettings.DEFAULTS;
  private static final String ORDINARY = known(REQUESTS.ordinary());

  static Stream<Arguments> otherWork() {
    return Stream.of(
        Arguments.of("outbox", REQUESTS.into(Path.of("/elsewhere"))),
        Arguments.of("asked date", REQUESTS.asOf(YESTERDAY)),
        Arguments.of("window", REQUESTS.with(null, 30, null, "UTC")),
        Arguments.of("currency", REQUESTS.with(null, 90, "EUR", "UTC")),
        Arguments.of("zone", REQUESTS.inZone("Europe/Berlin")),
        Arguments.of("holdout share", REQUESTS.holdingOut(new AdviceHoldout(0.1, "hindsight"))),
        Arguments.of("holdout salt", REQUESTS.holdingOut(new AdviceHoldout(0, "other"))),
        Arguments.of("reject share", REQUESTS.with(new RejectBudget(0.02, 10), REPORTS, SPARK)),
        Arguments.of("reject number", REQUESTS.with(new RejectBudget(0.01, 11), REPORTS, SPARK)),
        Arguments.of("accepted file", REQUESTS.accepting("transactions-1.csv")),
        Arguments.of(
            "marketplace",
            REQUESTS.with(
                RejectBudget.DEFAULT, new ReportSettings("Bazaar", REPORTS.sender(), null), SPARK)),
        Arguments.of(
            "sender",
            REQUESTS.with(
                RejectBudget.DEFAULT,
                new ReportSettings(REPORTS.marketplaceName(), "other@hindsight.example", null),
                SPARK)),
        Arguments.of("lake", Requests.in(Path.of("/other")).into(REQUESTS.ordinary().outbox())));
  }

  @Test
  void theSameWorkIsTheSameNight() {
    assertThat(known(REQUESTS.ordinary())).isEqualTo(ORDINARY);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("otherWork")
  void otherWorkIsAnotherNight(String what, NightRequest request) {
    assertThat(known(request)).as(what).isNotEqualTo(ORDINARY);
  }

  @Test
  void otherFilesAreAnotherNight() {
    assertThat(key(new NightParameters(REQUESTS.ordinary(), "other", YESTERDAY), 1))
        .isNotEqualTo(ORDINARY);
  }

  @Test
  void anotherAttemptIsAnotherNight() {
    assertThat(key(new NightParameters(REQUESTS.ordinary(), "digest", YESTERDAY), 2))
        .isNotEqualTo(ORDINARY);
  }

  @Test
  void whereSparkRunsIsNoPartOfTheWork() {
    NightRequest elsewhere =
        REQUESTS.with(
            RejectBudget.DEFAULT,
            REPORTS,
            new SparkSettings(new SparkMaster("yarn", Map.of()), "8g", false));

    assertThat(known(elsewhere)).isEqualTo(ORDINARY);
  }

  @Test
  void withoutAskedDateANewDayIsAnotherNight() {
    LocalDate today = YESTERDAY.plusDays(1);

    assertThat(key(new NightParameters(REQUESTS.ordinary(), "digest", today), 1))
        .isNotEqualTo(ORDINARY);
    assertThat(key(new NightParameters(REQUESTS.asOf(YESTERDAY), "digest", today), 1))
        .isEqualTo(known(REQUESTS.asOf(YESTERDAY)));
  }

  private static String known(NightRequest request) {
    return key(new NightParameters(request, "digest", YESTERDAY), 1);
  }

  /** What Spring Batch knows a job instance by; job parameters equal whatever bears their names. */
  private static String key(NightParameters night, long attempt) {
    return new DefaultJobKeyGenerator().generateKey(night.toJobParameters(attempt));
  }
}
