package dev.hindsight.datasets.marts;

/** What the course of a dispute should keep to, and who answers for it. */
public enum ProcessRule {
  /** The seller replies within 48 hours of the opening. */
  REPLY_WITHIN_48_HOURS(AccountableParty.SELLER),
  /** A dispute is escalated after a reply, or when there was none for 48 hours. */
  ESCALATED_AFTER_CHANCE_TO_REPLY(AccountableParty.BUYER),
  /** Something of the review, evidence included, comes before the first decision. */
  DECISION_AFTER_REVIEW(AccountableParty.MARKETPLACE),
  /** A refund or a return is there 14 days after a decision for the buyer at the latest. */
  FOLLOW_UP_AFTER_DECISION(AccountableParty.MARKETPLACE),
  /** No more is refunded than was disputed. */
  REFUND_WITHIN_DISPUTED_AMOUNT(AccountableParty.MARKETPLACE),
  /** Between two decisions lies an appeal or a reopening. */
  ONE_DECISION_UNLESS_APPEALED(AccountableParty.MARKETPLACE);

  private final AccountableParty responsibleParty;

  ProcessRule(AccountableParty responsibleParty) {
    this.responsibleParty = responsibleParty;
  }

  public AccountableParty responsibleParty() {
    return responsibleParty;
  }
}
