package dev.hindsight.ingest.profiles;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hindsight.datasets.landed.DisputeEvent;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AmazonReturnsTest {
  private static final List<String> COLUMNS =
      List.of(
          "Order ID",
          "Order date",
          "Return request date",
          "Return request status",
          "Amazon RMA ID",
          "Merchant RMA ID",
          "Label type",
          "Label cost",
          "Currency code",
          "Return carrier",
          "Tracking ID",
          "Label to be paid by",
          "A-to-Z Claim",
          "Is prime",
          "ASIN",
          "Merchant SKU",
          "Item Name",
          "Return quantity",
          "Return Reason",
          "In policy",
          "Return type",
          "Resolution",
          "Invoice number",
          "Return delivery date",
          "Order Amount",
          "Order quantity",
          "SafeT Action reason",
          "SafeT claim id",
          "SafeT claim state",
          "SafeT claim creation time",
          "SafeT claim reimbursement amount",
          "Refunded Amount");
  private static final Map<String, String> REQUESTED =
      Map.of(
          "Order ID", "111-1",
          "Return request date", "10-Jul-2025",
          "Return request status", "Approved",
          "Amazon RMA ID", "RMA1",
          "Currency code", "USD",
          "A-to-Z Claim", "N",
          "Merchant SKU", "sku-1",
          "Item Name", "A 6\" ruler, \"new\"",
          "Return Reason", "CR-DEFECTIVE",
          "Order Amount", "$1,234.50");

  private final SourceProfile profile = ReadProfiles.shipped("amazon-returns");

  @Test
  void aRequestIsOpened() {
    MappedFile file = mapped(Map.of());

    assertThat(file.shortEvents())
        .containsExactly("OPENED 2025-07-10T00:00:00Z DEFECTIVE 1234.5 USD");
    DisputeEvent opened = file.events().get(0);
    assertThat(opened.sellerId()).isEqualTo("this-shop");
    assertThat(opened.transactionId()).isEqualTo("111-1-sku-1");
    assertThat(opened.disputeId()).matches("111-1-[0-9a-f]{16}");
  }

  @Test
  void aRefundedReturnIsReturnedRefundedAndClosed() {
    MappedFile file =
        mapped(Map.of("Return delivery date", "15-Jul-2025", "Refunded Amount", "$20.10"));

    assertThat(file.shortEvents())
        .containsExactly(
            "OPENED 2025-07-10T00:00:00Z DEFECTIVE 1234.5 USD",
            "RETURN_RECEIVED 2025-07-15T00:00:00Z",
            "REFUNDED 2025-07-15T00:00:00Z 20.1 USD",
            "CLOSED 2025-07-15T00:00:00Z");
  }

  @Test
  void aRefundWithoutAReturnIsNotBeforeTheRequest() {
    assertThat(mapped(Map.of("Refunded Amount", "5")).shortEvents())
        .contains("REFUNDED 2025-07-10T00:00:00Z 5 USD");
  }

  @Test
  void aReturnClosedWithoutARefundIsClosed() {
    assertThat(
            mapped(Map.of("Return request status", "Closed", "Refunded Amount", "0.00"))
                .shortEvents())
        .containsExactly(
            "OPENED 2025-07-10T00:00:00Z DEFECTIVE 1234.5 USD", "CLOSED 2025-07-10T00:00:00Z");
  }

  @Test
  void anAToZClaimIsEscalated() {
    assertThat(mapped(Map.of("A-to-Z Claim", "Y")).shortEvents())
        .contains("ESCALATED 2025-07-10T00:00:00Z");
  }

  @Test
  void aReimbursedClaimOfTheSellerWasPaidByTheMarketplace() {
    assertThat(
            mapped(
                    Map.of(
                        "SafeT claim creation time", "2025-07-20T08:00:00+00:00",
                        "SafeT claim reimbursement amount", "12.00"))
                .shortEvents())
        .contains("DECIDED 2025-07-20T08:00:00Z MARKETPLACE_PAID");
  }

  @Test
  void datesMayBeIsoInstants() {
    assertThat(mapped(Map.of("Return request date", "2025-07-10T22:00:00-07:00")).shortEvents())
        .containsExactly("OPENED 2025-07-11T05:00:00Z DEFECTIVE 1234.5 USD");
  }

  @ParameterizedTest
  @CsvSource({
    "CR-DEFECTIVE, DEFECTIVE",
    "DEFECTIVE, DEFECTIVE",
    "CR-SWITCHEROO, WRONG_ITEM",
    "AMZ-PG-BAD-COLOR, AMZ-PG-BAD-COLOR",
    "CR-UNWANTED_ITEM, CHANGED_MIND",
    "UNDELIVERABLE_UNKNOWN, UNDELIVERABLE_UNKNOWN",
    "'', UNMAPPED",
  })
  void causesAreThoseOfTheReasons(String reason, String cause) {
    assertThat(mapped(Map.of("Return Reason", reason)).events().get(0).cause()).isEqualTo(cause);
  }

  @Test
  void headersMayBeWrittenAsOlderReportsWriteThem() {
    String older = text(REQUESTED).replace("Order ID\t", "order-id\t").replace("A-to-Z", "a_to_z");

    assertThat(MappedFile.of(profile, "amazon-returns.txt", older).events()).hasSize(1);
  }

  @Test
  void articlesOfAnOrderHaveDisputesOfTheirOwn() {
    assertThat(mapped(Map.of()).events().get(0).disputeId())
        .isEqualTo(mapped(Map.of()).events().get(0).disputeId())
        .isNotEqualTo(mapped(Map.of("Merchant SKU", "sku-2")).events().get(0).disputeId());
  }

  private MappedFile mapped(Map<String, String> cells) {
    Map<String, String> all = new HashMap<>(REQUESTED);
    all.putAll(cells);
    return MappedFile.of(profile, "amazon-returns.txt", text(all));
  }

  private static String text(Map<String, String> cells) {
    return String.join("\t", COLUMNS)
        + "\n"
        + COLUMNS.stream()
            .map(column -> cells.getOrDefault(column, " "))
            .collect(Collectors.joining("\t"))
        + "\n";
  }
}
