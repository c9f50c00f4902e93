package dev.hindsight.analytics.process;

import static dev.hindsight.analytics.Cohorts.JANUARY;
import static dev.hindsight.analytics.examples.DisputeExample.aDispute;
import static dev.hindsight.analytics.examples.EventExample.anEvent;
import static dev.hindsight.datasets.landed.EventType.CLOSED;
import static dev.hindsight.datasets.landed.EventType.DECIDED;
import static dev.hindsight.datasets.landed.EventType.ESCALATED;
import static dev.hindsight.datasets.landed.EventType.OPENED;
import static dev.hindsight.datasets.landed.EventType.SELLER_REPLIED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.hindsight.analytics.SparkTest;
import dev.hindsight.analytics.dataset.ContractRows;
import dev.hindsight.analytics.examples.DisputeExample;
import dev.hindsight.analytics.examples.EventExample;
import dev.hindsight.datasets.landed.DisputeEvent;
import dev.hindsight.datasets.landed.EventType;
import dev.hindsight.datasets.marts.Dispute;
import dev.hindsight.datasets.marts.ProcessStep;
import dev.hindsight.datasets.marts.ProcessVariant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;

/**
 * Two disputes go open, reply, closed (after 2 and 10 hours; 10 and 30 in all); one goes open,
 * reply, escalated, reply; one was opened before the window.
 */
@SparkTest
class CoursesTest {
  private final SparkSession spark;
  private final Dataset<Row> disputes;
  private final Dataset<Row> events;
  private final Courses courses = new Courses(JANUARY);

  CoursesTest(SparkSession spark) {
    this.spark = spark;
    disputes =
        rows(
            opened("a").put("hours_to_resolution", 10.0),
            opened("b").put("hours_to_resolution", 30.0),
            opened("c"),
            aDispute("old").opened("2025-12-31T12:00:00Z"));
    events =
        ContractRows.rows(
            spark,
            DisputeEvent.CONTRACT,
            EventExample.all(
                at("a", 0, OPENED),
                at("a", 2, SELLER_REPLIED),
                at("a", 10, CLOSED),
                at("b", 0, OPENED),
                at("b", 10, SELLER_REPLIED),
                at("b", 30, CLOSED),
                at("c", 0, OPENED),
                at("c", 1, SELLER_REPLIED),
                at("c", 5, ESCALATED),
                at("c", 6, SELLER_REPLIED),
                at("old", 0, OPENED),
                at("old", 1, DECIDED),
                anEvent("a", ESCALATED).at("2026-02-01T00:00:00Z")));
  }

  @Test
  void variantsAreCountedAndTimed() {
    List<ProcessVariant> variants =
        ContractRows.records(courses.variants(disputes, events), ProcessVariant.CONTRACT).stream()
            .sorted(Comparator.comparingInt(ProcessVariant::variantRank))
            .toList();

    assertThat(variants)
        .extracting(ProcessVariant::variant)
        .containsExactly(
            "OPENED > SELLER_REPLIED > CLOSED",
            "OPENED > SELLER_REPLIED > ESCALATED > SELLER_REPLIED");
    ProcessVariant closed = variants.get(0);
    assertThat(closed.disputeCount()).isEqualTo(2);
    assertThat(closed.openedCount()).isEqualTo(3);
    assertThat(closed.disputeShare()).isCloseTo(2 / 3.0, within(1e-12));
    assertThat(closed.endedCount()).isEqualTo(2);
    assertThat(closed.medianHours()).isEqualTo(20);
    assertThat(closed.p90Hours()).isCloseTo(28, within(1e-12));
    assertThat(closed.isRework()).isFalse();
    assertThat(variants.get(1).isRework()).isTrue();
    assertThat(variants.get(1).medianHours()).isNull();
    assertThat(variants.get(1).variantEventCount()).isEqualTo(4);
  }

  @Test
  void longCoursesAreCut() {
    EventExample[] replies =
        IntStream.range(0, 25)
            .mapToObj(hour -> at("a", hour, SELLER_REPLIED))
            .toArray(EventExample[]::new);
    List<ProcessVariant> variants =
        ContractRows.records(
            courses.variants(
                rows(opened("a")),
                ContractRows.rows(spark, DisputeEvent.CONTRACT, EventExample.all(replies))),
            ProcessVariant.CONTRACT);

    assertThat(variants).hasSize(1);
    assertThat(variants.get(0).variant()).endsWith("SELLER_REPLIED > …");
    assertThat(variants.get(0).variant().split(" > ", -1)).hasSize(21);
  }

  @Test
  void stepsTellWhereTheTimeGoes() {
    List<ProcessStep> steps =
        ContractRows.records(courses.steps(disputes, events), ProcessStep.CONTRACT);

    assertThat(steps).extracting(ProcessStep::allPairsHours).containsOnly(46.0);
    ProcessStep reply = step(steps, OPENED, SELLER_REPLIED);
    assertThat(reply.pairCount()).isEqualTo(3);
    assertThat(reply.disputeCount()).isEqualTo(3);
    assertThat(reply.medianHours()).isEqualTo(2);
    assertThat(reply.p90Hours()).isCloseTo(8.4, within(1e-12));
    assertThat(reply.totalHours()).isEqualTo(13);
    assertThat(reply.throughputShare()).isCloseTo(13 / 46.0, within(1e-12));
    assertThat(step(steps, SELLER_REPLIED, CLOSED).totalHours()).isEqualTo(28);
    assertThat(steps).hasSize(4);
  }

  @Test
  void samePairAgainIsRepeated() {
    List<ProcessStep> steps =
        ContractRows.records(
            courses.steps(
                rows(opened("a")),
                ContractRows.rows(
                    spark,
                    DisputeEvent.CONTRACT,
                    EventExample.all(
                        at("a", 0, OPENED),
                        at("a", 1, SELLER_REPLIED),
                        at("a", 2, SELLER_REPLIED),
                        at("a", 3, SELLER_REPLIED)))),
            ProcessStep.CONTRACT);

    ProcessStep again = step(steps, SELLER_REPLIED, SELLER_REPLIED);
    assertThat(again.pairCount()).isEqualTo(2);
    assertThat(again.disputeCount()).isEqualTo(1);
    assertThat(again.repeatedCount()).isEqualTo(1);
  }

  private static ProcessStep step(List<ProcessStep> steps, EventType from, EventType to) {
    return steps.stream()
        .filter(step -> step.fromEventType() == from && step.toEventType() == to)
        .findFirst()
        .orElseThrow();
  }

  private Dataset<Row> rows(DisputeExample... examples) {
    return ContractRows.rows(spark, Dispute.CONTRACT, DisputeExample.all(examples));
  }

  private static DisputeExample opened(String id) {
    return aDispute(id).opened("2026-01-10T00:00:00Z");
  }

  private static EventExample at(String dispute, int hour, EventType type) {
    return anEvent(dispute, type)
        .at("2026-01-%02dT%02d:00:00Z".formatted(10 + hour / 24, hour % 24));
  }
}
