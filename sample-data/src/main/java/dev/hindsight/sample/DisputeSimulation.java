package dev.hindsight.sample;

import dev.hindsight.sample.DisputeEvent.Actor;
import dev.hindsight.sample.DisputeEvent.Outcome;
import dev.hindsight.sample.DisputeEvent.Step;
import java.util.List;

/** Takes one dispute through the steps of the process, to its end. */
final class DisputeSimulation {
  private static final double WITHDRAWN_SHARE = 0.05;
  private static final double OFFER_SHARE = 0.45;
  private static final double PARTIAL_OFFER_SHARE = 0.4;
  private static final double REOPENED_SHARE = 0.06;
  private static final double EVIDENCE_SHARE = 0.7;
  private static final double SUBMITTED_SHARE = 0.8;
  private static final double APPEAL_SHARE = 0.1;
  private static final double RETURN_SHARE = 0.5;

  private final Dispute dispute;
  private final Draws draws;
  private final DisputeTimeline timeline;

  private DisputeSimulation(Dispute dispute, Draws draws) {
    this.dispute = dispute;
    this.draws = draws;
    this.timeline = new DisputeTimeline(dispute, draws);
  }

  /** All events of a dispute in the order in which they happen. */
  static List<DisputeEvent> eventsOf(Dispute dispute, Draws draws) {
    DisputeSimulation simulation = new DisputeSimulation(dispute, draws);
    simulation.run();
    return simulation.timeline.events();
  }

  private void run() {
    timeline.log(Step.OPENED, openedBy(), dispute.cents());
    boolean replied = draws.chance(dispute.seller().conduct().replyShare());
    if (replied) {
      timeline
          .after(dispute.seller().conduct().replyHours())
          .log(Step.SELLER_REPLIED, Actor.SELLER);
    }
    if (draws.chance(WITHDRAWN_SHARE)) {
      timeline.after(50).log(Step.WITHDRAWN, Actor.BUYER);
      timeline.after(2).log(Step.CLOSED, Actor.MARKETPLACE);
    } else if (!replied || !settledBySeller()) {
      decidedByMarketplace();
    }
  }

  private Actor openedBy() {
    return dispute.cause() == Cause.UNAUTHORISED ? Actor.ISSUER : Actor.BUYER;
  }

  /** Whether it ends here; a reopened one does not. */
  private boolean settledBySeller() {
    long offer = draws.chance(PARTIAL_OFFER_SHARE) ? partOfAmount() : dispute.cents();
    if (draws.chance(OFFER_SHARE)) {
      timeline.after(6).log(Step.SELLER_OFFERED, Actor.SELLER, offer);
    }
    if (!draws.chance(dispute.seller().conduct().resolveShare())) {
      return false;
    }
    timeline.after(20).log(Step.SELLER_RESOLVED, Actor.SELLER);
    boolean reopened = draws.chance(REOPENED_SHARE);
    if (!reopened) {
      refund(Actor.SELLER, offer);
    }
    timeline.after(12).log(Step.CLOSED, Actor.MARKETPLACE);
    if (reopened) {
      timeline.after(120).log(Step.REOPENED, Actor.BUYER);
    }
    return !reopened;
  }

  private void decidedByMarketplace() {
    timeline.after(72).log(Step.ESCALATED, Actor.BUYER);
    timeline.after(14).log(Step.REVIEW_STARTED, Actor.MARKETPLACE);
    boolean evidence = hearsEvidence();
    Outcome outcome = outcome(evidence);
    timeline.after(40).decide(outcome);
    if (outcome != Outcome.MARKETPLACE_PAID && draws.chance(APPEAL_SHARE)) {
      Actor loser = outcome == Outcome.SELLER_FAVOUR ? Actor.BUYER : Actor.SELLER;
      timeline.after(60).log(Step.APPEALED, loser);
      outcome = draws.chance(0.7) ? outcome : outcome(evidence);
      timeline.after(90).decide(outcome);
    }
    followUp(outcome);
  }

  private boolean hearsEvidence() {
    if (!draws.chance(EVIDENCE_SHARE)) {
      return false;
    }
    timeline.after(8).log(Step.EVIDENCE_REQUESTED, Actor.MARKETPLACE);
    boolean submitted = draws.chance(SUBMITTED_SHARE);
    if (submitted) {
      timeline.after(36).log(Step.EVIDENCE_SUBMITTED, Actor.SELLER);
    }
    return submitted;
  }

  /** Who shows evidence wins more. */
  private Outcome outcome(boolean evidence) {
    double drawn = draws.fraction();
    double sellerWins = evidence ? 0.45 : 0.15;
    if (drawn < sellerWins) {
      return Outcome.SELLER_FAVOUR;
    }
    if (drawn < sellerWins + 0.12) {
      return Outcome.PARTIAL;
    }
    return drawn > 0.93 ? Outcome.MARKETPLACE_PAID : Outcome.BUYER_FAVOUR;
  }

  private void followUp(Outcome outcome) {
    switch (outcome) {
      case BUYER_FAVOUR -> refund(Actor.SELLER, dispute.cents());
      case PARTIAL -> refund(Actor.SELLER, partOfAmount());
      case MARKETPLACE_PAID -> refund(Actor.MARKETPLACE, dispute.cents());
      case SELLER_FAVOUR -> {}
    }
    timeline.after(10).log(Step.CLOSED, Actor.MARKETPLACE);
  }

  private void refund(Actor payer, long cents) {
    boolean returned = dispute.cause().sendsGoodsBack() && cents == dispute.cents();
    if (returned && draws.chance(RETURN_SHARE)) {
      timeline.after(110).log(Step.RETURN_RECEIVED, Actor.SELLER);
    }
    timeline.after(24).log(Step.REFUNDED, payer, cents);
  }

  private long partOfAmount() {
    return Math.max(1, Math.round(dispute.cents() * draws.between(0.2, 0.6)));
  }
}
