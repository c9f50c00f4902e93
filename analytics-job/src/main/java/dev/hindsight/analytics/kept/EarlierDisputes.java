package dev.hindsight.analytics.kept;

import static dev.hindsight.analytics.dataset.Columns.col;
import static dev.hindsight.analytics.dataset.Columns.names;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;

import dev.hindsight.analytics.dataset.IntermediateRows;
import dev.hindsight.analytics.dataset.LandedDatasets;
import dev.hindsight.analytics.disputes.DisputeSources;
import dev.hindsight.analytics.disputes.RuleChecks;
import dev.hindsight.analytics.time.ReportingCalendar;
import dev.hindsight.analytics.time.Window;
import dev.hindsight.analytics.versions.EarlierVersion;
import dev.hindsight.datasets.contract.Contract;
import dev.hindsight.datasets.lake.VersionManifest.Input;
import dev.hindsight.datasets.landed.Adjustment;
import dev.hindsight.datasets.landed.DisputeEvent;
import dev.hindsight.datasets.landed.Transaction;
import dev.hindsight.datasets.marts.Dispute;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes over the disputes of an earlier version that nothing has touched since: no event or
 * objection of theirs has landed or come to pass, no row of their order line has landed, and no
 * rule is due that was not due then. Only the others are made again.
 *
 * @param earlier the version before
 */
public record EarlierDisputes(
    EarlierVersion earlier,
    LandedDatasets landed,
    LatestEvents latestEvents,
    IntermediateRows intermediate) {
  private static final Logger log = LoggerFactory.getLogger(EarlierDisputes.class);

  /** Days within which every rule of the process falls due, and one more for time zones. */
  private static final int DAYS_UNTIL_RULES_ARE_DUE = 15;

  /**
   * What is to be made of some sources.
   *
   * @param all everything that has landed, and no standing disputes
   * @param dates the version's, and those of the windows that it looks at
   * @return the same where the earlier version is of no use
   */
  public DisputeSources besideStanding(DisputeSources all, Window dates, ReportingCalendar calendar)
      throws IOException {
    Optional<Dataset<Row>> known = earlier.mart(Dispute.CONTRACT);
    String obstacle = known.isEmpty() ? "it has no disputes" : obstacle(all, calendar);
    if (known.isEmpty() || obstacle != null) {
      log.info("Disputes of version {} are not taken over: {}", earlier.name(), obstacle);
      return all;
    }
    TouchedDisputes touched = touched(all, known.get(), since(dates));
    Dataset<Row> ids = intermediate.readBack(touched.ids(), "touched_disputes");
    Dataset<Row> standing = known.get().join(ids, names(Dispute.DISPUTE_ID), "left_anti");
    log.info(
        "Disputes of version {}: {} stand, {} are made again or new",
        earlier.name(),
        standing.count(),
        ids.count());
    Dataset<Row> events =
        intermediate.readBack(
            all.events().join(ids, names(Dispute.DISPUTE_ID), "left_semi"), "touched_events");
    Dataset<Row> lines =
        new SoughtOrderLines(intermediate, all.orderLines(), since(dates))
            .of(events, known.get(), added(Transaction.CONTRACT));
    return new DisputeSources(events, lines, all.adjustments(), all.taxonomy(), standing);
  }

  private TouchedDisputes touched(DisputeSources all, Dataset<Row> known, Instant since) {
    return new TouchedDisputes(
        all,
        known,
        corrected(),
        new TouchedDisputes.Added(
            added(Transaction.CONTRACT), added(DisputeEvent.CONTRACT), added(Adjustment.CONTRACT)),
        since);
  }

  /** What happened from then on may be looked at as of several dates, or fall due. */
  private Instant since(Window dates) {
    LocalDate due = earlier.name().asOfDate().minusDays(DAYS_UNTIL_RULES_ARE_DUE);
    LocalDate first = dates.firstDate().isBefore(due) ? dates.firstDate() : due;
    return first.minusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  private @Nullable String obstacle(DisputeSources all, ReportingCalendar calendar) {
    String definition = earlier.manifest().disputeDefinition();
    if (!DisputeSources.definition(calendar.zone()).equals(definition)) {
      return "they were made by %s".formatted(definition);
    }
    for (Contract<?> contract :
        List.of(Transaction.CONTRACT, DisputeEvent.CONTRACT, Adjustment.CONTRACT)) {
      if (!change(contract).isGrowth()) {
        return "files of %s have gone since".formatted(contract.name());
      }
    }
    if (!isLoggedAsBefore(all.events(), calendar)) {
      return "events are logged now that no source logged then";
    }
    return null;
  }

  /** Whether each flag is surely the same now and then, whatever was replaced in between. */
  private boolean isLoggedAsBefore(Dataset<Row> events, ReportingCalendar calendar) {
    Object[] batches = LandedChange.batches(change(DisputeEvent.CONTRACT).added()).toArray();
    Instant end = calendar.endOf(earlier.name().asOfDate());
    Row stood =
        RuleChecks.logged(
                events
                    .where(col(DisputeEvent.OCCURRED_AT).lt(lit(end)))
                    .where(not(col(DisputeEvent.BATCH_NUMBER).isin(batches))))
            .first();
    Row ever = RuleChecks.logged(events.unionByName(corrected())).first();
    for (int flag = 0; flag < stood.size(); flag++) {
      if (!stood.getBoolean(flag) && ever.getBoolean(flag)) {
        return false;
      }
    }
    return true;
  }

  /** Rows of events that counted then; those that still count may be among them. */
  private Dataset<Row> corrected() {
    return latestEvents.corrected(inputs(DisputeEvent.CONTRACT), landed);
  }

  private Dataset<Row> added(Contract<?> contract) {
    return landed.rows(contract, LandedChange.batches(change(contract).added()));
  }

  private LandedChange change(Contract<?> contract) {
    return LandedChange.since(inputs(contract), landed.files(), contract);
  }

  private List<Input> inputs(Contract<?> contract) {
    return earlier.manifest().inputs().stream()
        .filter(input -> input.dataset().equals(contract.name()))
        .toList();
  }
}
