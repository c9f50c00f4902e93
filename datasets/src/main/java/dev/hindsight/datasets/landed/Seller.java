package dev.hindsight.datasets.landed;

import static dev.hindsight.datasets.contract.Required.required;

import dev.hindsight.datasets.contract.Contract;
import dev.hindsight.datasets.contract.Doc;
import dev.hindsight.datasets.contract.Field;
import dev.hindsight.datasets.contract.Grain;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A seller's name, address and preferences, as the seller list told it. */
@Grain(
    value =
        "one row per landed row of a seller list; the latest row of a seller is the one that counts",
    key = {"seller_id"})
public record Seller(
    @Doc("Identifies the seller") String sellerId,
    @Doc("The name that the seller trades under") @Nullable String name,
    @Doc("Where reports go") @Nullable String email,
    @Doc("BCP-47 tag of the seller's language and country") @Nullable String locale,
    @Doc("IANA name of the seller's time zone") @Nullable String timeZone,
    @Doc("How often the seller wants a report") ReportFrequency reports,
    @Doc("From when these attributes hold; absent: always") @Nullable LocalDate validFrom,
    @Doc("Number of the landed file; a higher one is later") int batchNumber,
    @Doc("Line of that file where the row starts; a higher one is later") long lineNumber) {

  public static final Contract<Seller> CONTRACT = Contract.of("sellers", Seller.class);
  public static final Field SELLER_ID = CONTRACT.field("seller_id");
  public static final Field NAME = CONTRACT.field("name");
  public static final Field EMAIL = CONTRACT.field("email");
  public static final Field LOCALE = CONTRACT.field("locale");
  public static final Field TIME_ZONE = CONTRACT.field("time_zone");
  public static final Field REPORTS = CONTRACT.field("reports");
  public static final Field VALID_FROM = CONTRACT.field("valid_from");
  public static final Field BATCH_NUMBER = CONTRACT.field("batch_number");
  public static final Field LINE_NUMBER = CONTRACT.field("line_number");

  public Seller {
    required(sellerId, "sellerId");
    required(reports, "reports");
  }
}
