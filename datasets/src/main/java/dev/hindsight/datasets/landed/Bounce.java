package dev.hindsight.datasets.landed;

import static dev.hindsight.datasets.contract.Required.required;

import dev.hindsight.datasets.contract.Contract;
import dev.hindsight.datasets.contract.Doc;
import dev.hindsight.datasets.contract.Field;
import dev.hindsight.datasets.contract.Grain;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a mail system said of the delivery to an address. */
@Grain(
    value =
        "one row per landed row of a bounce log; the latest row of an address and instant is the one that"
            + " counts, and an address is dead from a 5.x.x until a later 2.x.x",
    key = {"email", "bounced_at"})
public record Bounce(
    @Doc("The address that mail was for; upper and lower case are the same") String email,
    @Doc("Enhanced status code of RFC 3463: 5.x.x for good, 4.x.x for now, 2.x.x delivered")
        String status,
    @Doc("When the mail system said so") Instant bouncedAt,
    @Doc("The seller that the message was for; a bounce is the address's, whosever it is")
        @Nullable String sellerId,
    @Doc("Why, in a few words of the mail system") @Nullable String reason,
    @Doc("Number of the landed file; a higher one is later") int batchNumber,
    @Doc("Line of that file where the row starts; a higher one is later") long lineNumber) {

  public static final Contract<Bounce> CONTRACT = Contract.of("bounces", Bounce.class);
  public static final Field EMAIL = CONTRACT.field("email");
  public static final Field STATUS = CONTRACT.field("status");
  public static final Field BOUNCED_AT = CONTRACT.field("bounced_at");
  public static final Field SELLER_ID = CONTRACT.field("seller_id");
  public static final Field REASON = CONTRACT.field("reason");
  public static final Field BATCH_NUMBER = CONTRACT.field("batch_number");
  public static final Field LINE_NUMBER = CONTRACT.field("line_number");

  public Bounce {
    required(email, "email");
    required(status, "status");
    required(bouncedAt, "bouncedAt");
  }
}
