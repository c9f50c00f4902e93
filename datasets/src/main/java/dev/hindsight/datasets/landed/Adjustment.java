package dev.hindsight.datasets.landed;

import static dev.hindsight.datasets.contract.Required.required;

import dev.hindsight.datasets.contract.Contract;
import dev.hindsight.datasets.contract.Doc;
import dev.hindsight.datasets.contract.Field;
import dev.hindsight.datasets.contract.Grain;
import java.time.Instant;

/** A dispute that the marketplace does not hold against its seller, whose objection it accepted. */
@Grain(
    value =
        "one row per landed row of an adjustment log; the latest row of a dispute is the one that counts",
    key = {"dispute_id"})
public record Adjustment(
    @Doc("The dispute that is taken out of rating and advice") String disputeId,
    @Doc("Why, as the marketplace codes it") String reason,
    @Doc("When the marketplace accepted the objection") Instant decidedAt,
    @Doc("Number of the landed file; a higher one is later") int batchNumber,
    @Doc("Line of that file where the row starts; a higher one is later") long lineNumber) {

  public static final Contract<Adjustment> CONTRACT = Contract.of("adjustments", Adjustment.class);
  public static final Field DISPUTE_ID = CONTRACT.field("dispute_id");
  public static final Field REASON = CONTRACT.field("reason");
  public static final Field DECIDED_AT = CONTRACT.field("decided_at");
  public static final Field BATCH_NUMBER = CONTRACT.field("batch_number");
  public static final Field LINE_NUMBER = CONTRACT.field("line_number");

  public Adjustment {
    required(disputeId, "disputeId");
    required(reason, "reason");
    required(decidedAt, "decidedAt");
  }
}
