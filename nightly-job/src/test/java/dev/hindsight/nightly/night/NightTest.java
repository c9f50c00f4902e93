package dev.hindsight.nightly.night;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hindsight.datasets.lake.DurableFiles;
import dev.hindsight.datasets.lake.Lake;
import dev.hindsight.datasets.lake.VersionManifest;
import dev.hindsight.datasets.lake.Versions;
import dev.hindsight.ingest.landing.LandingFolder;
import dev.hindsight.ingest.landing.UnusableFolderException;
import dev.hindsight.nightly.Product;
import dev.hindsight.nightly.SmallLake;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.infrastructure.item.ExecutionContext;

/** Nights of three hand-written stages; Spring Batch and its databases are real. */
@ParameterizedClass
@EnumSource
class NightTest {
  private static final InstantSource CLOCK = InstantSource.fixed(SmallLake.NOW);
  private static final Map<Product, BatchContext> OPEN = new EnumMap<>(Product.class);

  @Parameter private Product product = Product.H2;

  private final SmallLake small;
  private final NightRequest request;
  private final List<String> done = new ArrayList<>();
  private final List<DeliveryOrder> orders = new ArrayList<>();
  private final List<Throwable> reportFailures = new ArrayList<>();

  NightTest(@TempDir Path folder) throws IOException {
    small = new SmallLake(folder);
    request = Requests.in(folder).ordinary();
    Files.writeString(
        Files.createDirectory(folder.resolve("landing")).resolve("transactions.csv"), "content");
  }

  @BeforeAll
  static void openRepositories(@TempDir Path folder) throws IOException, SQLException {
    Lake lake = new Lake(folder.resolve("lake"));
    for (Product each : Product.values()) {
      OPEN.put(each, BatchContext.open(each.fresh(lake), "a test"));
    }
  }

  @AfterAll
  static void closeRepositories() {
    OPEN.values().forEach(BatchContext::close);
  }

  private BatchContext batch() {
    return Objects.requireNonNull(OPEN.get(product));
  }

  @Test
  void runsItsStagesInOrder() throws IOException {
    NightSummary summary = run();

    assertThat(done).containsExactly("ingest", "analyze", "report of 2026-06-30.1");
    assertThat(summary.isVersionNew()).isTrue();
    assertThat(summary.stageSeconds().keySet()).containsExactly("ingest", "analyze", "report");
  }

  @Test
  void theSameNightAgainAsksEveryStageWhatIsLeft() throws IOException {
    run();
    done.clear();
    run();

    assertThat(done).containsExactly("ingest", "analyze", "report of 2026-06-30.2");
  }

  @Test
  void aNightThatFailedIsRestartedRatherThanBegunAnew() throws IOException {
    reportFailures.add(new NightException("the outbox is full"));
    assertThatExceptionOfType(NightException.class)
        .isThrownBy(this::run)
        .withMessage("the outbox is full");
    run();

    assertThat(instances()).isEqualTo(1);
    run();
    assertThat(instances()).isEqualTo(2);
  }

  @Test
  void aNightThatWasKilledIsRestarted() throws Exception {
    kill(execution(new ExecutionContext()), "ingestStep", "analyzeStep");

    run();

    assertThat(instances()).isEqualTo(1);
    assertThat(done).containsExactly("ingest", "analyze", "report of 2026-06-30.1");
    assertThat(batch().repository().findRunningJobExecutions(NightlyJob.NAME)).isEmpty();
  }

  static List<Throwable> failures() {
    return List.of(
        new IOException("disk full"),
        new NightException("the outbox is full"),
        new OutOfMemoryError("Java heap space"));
  }

  @ParameterizedTest
  @MethodSource("failures")
  void aFailureComesAsTheStageThrewIt(Throwable failure) {
    reportFailures.add(failure);

    assertThatThrownBy(this::run).isSameAs(failure);
  }

  @Test
  void anotherFileIsAnotherNight() throws IOException {
    run();
    done.clear();
    Files.writeString(landing().resolve("transactions-2.csv"), "more");
    run();

    assertThat(done).containsExactly("ingest", "analyze", "report of 2026-06-30.2");
  }

  @Test
  void aLakeThatWasRemovedAfterAFailedNightIsFilledAgain() throws IOException {
    Night night = new Night(batch(), List.of(new Ingest(), new NoSpark()), CLOCK);
    assertThatExceptionOfType(NightException.class)
        .isThrownBy(() -> night.run(request, new NightSummary()));
    DurableFiles.deleteTree(small.lake().root());
    done.clear();
    run();

    assertThat(done).containsExactly("ingest", "analyze", "report of 2026-06-30.1");
  }

  @Test
  void aNightThatWasKilledAtItsStartBeginsAnew() throws Exception {
    kill(execution(new ExecutionContext()));

    run();

    assertThat(done).containsExactly("ingest", "analyze", "report of 2026-06-30.1");
  }

  @Test
  void aNightThatWasKilledBeforeItsFirstExecutionBeginsAnew() throws IOException {
    instance();

    run();

    assertThat(done).containsExactly("ingest", "analyze", "report of 2026-06-30.1");
  }

  @Test
  void aBackFillIngestsOnceAndMakesItsDatesInOrder() throws IOException {
    NightSummary summary = backFill("2026-06-28", "2026-06-30");

    assertThat(done)
        .containsExactly(
            "ingest",
            "analyze",
            "report of 2026-06-28.1",
            "analyze",
            "report of 2026-06-29.1",
            "analyze",
            "report of 2026-06-30.1");
    assertThat(summary.backFilled()).hasSize(3);
    assertThat(orders).hasSize(3).allMatch(order -> order.isBackFill() && order.smtp() == null);
    assertThat(new Versions(small.lake()).current()).hasToString("Optional[2026-06-30.1]");
  }

  @Test
  void aBackFillThatFailedGoesOnWithTheDateThatFailed() throws IOException {
    backFill("2026-06-28", "2026-06-28");
    long before = executions();
    reportFailures.add(new NightException("the outbox is full"));
    assertThatExceptionOfType(NightException.class)
        .isThrownBy(() -> backFill("2026-06-29", "2026-06-30"));

    backFill("2026-06-29", "2026-06-30");

    assertThat(executions() - before).isEqualTo(3);
    assertThat(instances()).isEqualTo(3);
  }

  @Test
  void aBackFillHasNoDatesBeyondWhatHasLanded() {
    assertThatExceptionOfType(NightException.class)
        .isThrownBy(() -> backFill("2026-06-01", "2026-07-01"))
        .withMessage(
            "--to: 2026-07-01 is after the newest landed day that is over; the latest possible is 2026-06-30");
    assertThatExceptionOfType(NightException.class)
        .isThrownBy(() -> backFill("2026-05-31", "2026-06-30"))
        .withMessage(
            "--from: 2026-05-31 is before the first landed day; the earliest possible is 2026-06-01");
    assertThat(done).containsOnly("ingest");
  }

  @Test
  void aStageAloneRunsWheneverItIsAsked() throws IOException {
    night().runStage("ingest", request, new NightSummary());
    night().runStage("ingest", request, new NightSummary());

    assertThat(done).containsExactly("ingest", "ingest");
  }

  @Test
  void aLandingFolderMustBeThere() throws IOException {
    DurableFiles.deleteTree(landing());

    assertThatExceptionOfType(UnusableFolderException.class)
        .isThrownBy(this::run)
        .withMessage("Landing folder %s does not exist; create it, or name another", landing());
  }

  private NightSummary run() throws IOException {
    NightSummary summary = new NightSummary();
    night().run(request, summary);
    return summary;
  }

  private NightSummary backFill(String first, String last) throws IOException {
    NightSummary summary = summary();
    night().backFill(request, dates(first, last), summary);
    return summary;
  }

  private static BackFill dates(String first, String last) {
    return new BackFill(LocalDate.parse(first), LocalDate.parse(last));
  }

  private static NightSummary summary() {
    return new NightSummary();
  }

  private long executions() {
    return batch().repository().findJobInstances(NightlyJob.NAME).stream()
        .mapToLong(instance -> batch().repository().getJobExecutions(instance).size())
        .sum();
  }

  private long instances() {
    String night =
        new NightParameters(
                request,
                LandingFolder.of(landing(), request.formats()).digest(),
                request.yesterday(CLOCK))
            .toJobParameters(1)
            .getString("landing");
    return batch().repository().findJobInstances(NightlyJob.NAME).stream()
        .flatMap(instance -> batch().repository().getJobExecutions(instance).stream().limit(1))
        .filter(
            execution -> Objects.equals(night, execution.getJobParameters().getString("landing")))
        .filter(
            execution ->
                request
                    .lake()
                    .root()
                    .toString()
                    .equals(execution.getJobParameters().getString("lake")))
        .count();
  }

  private Night night() {
    return new Night(batch(), List.of(new Ingest(), new Analyze(), new Report()), CLOCK);
  }

  private Path landing() {
    return small.lake().root().resolveSibling("landing");
  }

  /** The night's execution, as its process left it when it was killed. */
  private JobExecution execution(ExecutionContext reached) throws IOException {
    JobParameters parameters = firstAttempt();
    return batch().repository().createJobExecution(instance(), parameters, reached);
  }

  private JobInstance instance() throws IOException {
    return batch().repository().createJobInstance(NightlyJob.NAME, firstAttempt());
  }

  private JobParameters firstAttempt() throws IOException {
    return new NightParameters(
            request,
            LandingFolder.of(landing(), request.formats()).digest(),
            request.yesterday(CLOCK))
        .toJobParameters(1);
  }

  private void kill(JobExecution execution, String... finishedSteps) {
    JobRepository repository = batch().repository();
    execution.setStatus(BatchStatus.STARTED);
    execution.setStartTime(LocalDateTime.of(2026, 7, 1, 5, 0));
    repository.update(execution);
    for (String name : finishedSteps) {
      StepExecution step = repository.createStepExecution(name, execution);
      step.setStatus(BatchStatus.COMPLETED);
      step.setStartTime(LocalDateTime.of(2026, 7, 1, 5, 0));
      repository.update(step);
    }
  }

  private final class Ingest implements Stage {
    @Override
    public String name() {
      return "ingest";
    }

    @Override
    public void run(NightRequest asked, NightSummary summary) throws IOException {
      done.add(name());
      small.landed(1, List.of(LocalDate.of(2026, 6, 1), LocalDate.of(2026, 6, 30)));
    }
  }

  private final class Analyze implements Stage {
    @Override
    public String name() {
      return "analyze";
    }

    @Override
    public void run(NightRequest asked, NightSummary summary) throws IOException {
      done.add(name());
      LocalDate date = asked.asOfDate();
      summary.analyzed(small.publishNext(date == null ? LocalDate.of(2026, 6, 30) : date), true);
    }
  }

  private static final class NoSpark implements Stage {
    @Override
    public String name() {
      return "analyze";
    }

    @Override
    public void run(NightRequest asked, NightSummary summary) {
      throw new NightException("there is no Spark");
    }
  }

  private final class Report implements Stage {
    @Override
    public String name() {
      return "report";
    }

    @Override
    public void run(NightRequest asked, NightSummary summary) throws IOException {
      VersionManifest version = summary.version();
      if (asked.asOfDate() != null) {
        orders.add(asked.delivery());
      }
      done.add("report of " + (version == null ? "nothing" : version.version()));
      if (!reportFailures.isEmpty()) {
        Throwable failure = reportFailures.remove(0);
        if (failure instanceof IOException broken) {
          throw broken;
        }
        if (failure instanceof Error fatal) {
          throw fatal;
        }
        throw (RuntimeException) failure;
      }
      if (version != null) {
        Files.createDirectories(asked.outbox().resolve(version.version()));
      }
    }
  }
}
