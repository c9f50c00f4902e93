package dev.hindsight.sample;

import dev.hindsight.sample.DisputeEvent.Actor;
import dev.hindsight.sample.DisputeEvent.Outcome;
import dev.hindsight.sample.DisputeEvent.Step;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The events of a dispute in the making, each later than the one before. */
final class DisputeTimeline {
  private static final double SHORTEST_STEP_HOURS = 0.1;
  private static final double HOURS_SIGMA = 0.6;

  private final Dispute dispute;
  private final Draws draws;
  private final List<DisputeEvent> events = new ArrayList<>();
  private Instant now;

  DisputeTimeline(Dispute dispute, Draws draws) {
    this.dispute = dispute;
    this.draws = draws;
    this.now = dispute.openedAt();
  }

  /** Lets about this many hours pass. */
  DisputeTimeline after(double medianHours) {
    double hours = Math.max(SHORTEST_STEP_HOURS, draws.around(medianHours, HOURS_SIGMA));
    now = now.plusSeconds((long) (3_600 * hours));
    return this;
  }

  void log(Step step, Actor actor) {
    add(step, actor, null, null);
  }

  void log(Step step, Actor actor, long cents) {
    add(step, actor, cents, null);
  }

  void decide(Outcome outcome) {
    add(Step.DECIDED, Actor.MARKETPLACE, null, outcome);
  }

  List<DisputeEvent> events() {
    return List.copyOf(events);
  }

  private void add(Step step, Actor actor, @Nullable Long cents, @Nullable Outcome outcome) {
    events.add(new DisputeEvent(dispute, step, actor, now, cents, outcome));
  }
}
