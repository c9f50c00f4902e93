package dev.hindsight.ingest.profiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hindsight.datasets.landed.DisputeEvent;
import dev.hindsight.ingest.csv.FileRefusedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StripeDisputesTest {
  /** The columns of Fivetran's table, in their order. */
  private static final String TABLE =
      "id,_fivetran_synced,amount,balance_transaction,charge_id,connected_account_id,created,"
          + "currency,evidence_access_activity_log,evidence_billing_address,"
          + "evidence_cancellation_policy,evidence_cancellation_policy_disclosure,"
          + "evidence_cancellation_rebuttal,evidence_customer_communication,"
          + "evidence_customer_email_address,evidence_customer_name,evidence_customer_purchase_ip,"
          + "evidence_customer_signature,evidence_details_due_by,evidence_details_has_evidence,"
          + "evidence_details_past_due,evidence_details_submission_count,"
          + "evidence_duplicate_charge_documentation,evidence_duplicate_charge_explanation,"
          + "evidence_duplicate_charge_id,evidence_product_description,evidence_receipt,"
          + "evidence_refund_policy,evidence_refund_policy_disclosure,"
          + "evidence_refund_refusal_explanation,evidence_service_date,"
          + "evidence_service_documentation,evidence_shipping_address,evidence_shipping_carrier,"
          + "evidence_shipping_date,evidence_shipping_documentation,"
          + "evidence_shipping_tracking_number,evidence_uncategorized_file,"
          + "evidence_uncategorized_text,is_charge_refundable,livemode,metadata,reason,status\n";

  private static final String EVIDENCE = ",,,,,,,,,,,";

  /** Columns named as the API's object names them. */
  private static final String OBJECT =
      "id,amount,charge,created,currency,livemode,reason,status,synced_at\n";

  private final SourceProfile profile = ReadProfiles.shipped("stripe-disputes");

  @Test
  void theTableOfFivetranIsTaken() {
    MappedFile file = mapped(TABLE + tableRow("dp_1", "acct_9", "fraudulent,lost"));

    assertThat(file.shortEvents())
        .containsExactly(
            "OPENED 2024-03-01T10:20:30Z UNAUTHORISED 12.34 USD",
            "DECIDED 2024-05-02T08:23:57Z BUYER_FAVOUR",
            "REFUNDED 2024-05-02T08:23:57Z 12.34 USD");
    assertThat(file.events())
        .extracting(DisputeEvent::eventId)
        .containsExactly("dp_1-opened", "dp_1-ended", "dp_1-refunded");
    assertThat(file.events())
        .allSatisfy(
            event -> {
              assertThat(event.sellerId()).isEqualTo("acct_9");
              assertThat(event.transactionId()).isEqualTo("ch_1");
            });
    assertThat(file.unused()).contains("evidence_customer_email_address").hasSize(34);
  }

  @Test
  void aShopWithoutConnectedAccountsIsOneSeller() {
    assertThat(mapped(TABLE + tableRow("dp_1", "", "general,needs_response")).events())
        .extracting(DisputeEvent::sellerId)
        .containsExactly("this-shop");
  }

  @ParameterizedTest
  @CsvSource({
    "needs_response, ''",
    "under_review, ''",
    "warning_needs_response, ''",
    "warning_under_review, ''",
    "warning_closed, CLOSED",
    "won, DECIDED SELLER_FAVOUR",
    "lost, 'DECIDED BUYER_FAVOUR, REFUNDED 10 USD'",
  })
  void everyStatusIsAnEndingOrNone(String status, String endings) {
    MappedFile file =
        mapped(
            OBJECT
                + "dp_1,1000,ch_1,1709288430,usd,true,general,%s,2024-05-02\n".formatted(status));

    assertThat(file.shortEvents().get(0)).isEqualTo("OPENED 2024-03-01T10:20:30Z OTHER 10 USD");
    assertThat(
            String.join(", ", file.shortEvents().subList(1, file.shortEvents().size()))
                .replace(" 2024-05-02T23:59:59Z", ""))
        .isEqualTo(endings);
  }

  @Test
  void aStatusOfTheFutureIsRejectedRatherThanGuessed() {
    assertThat(
            mapped(OBJECT + "dp_1,1000,ch_1,1709288430,usd,true,general,prevented,2024-05-02\n")
                .problems())
        .containsExactly(
            "stripe-disputes.csv:2: status: \"prevented\" is not in the profile's map endings;"
                + " add it there with what it means");
  }

  @Test
  void testDisputesAreLeftOut() {
    MappedFile file =
        mapped(OBJECT + "dp_1,1000,ch_1,1709288430,usd,FALSE,general,won,2024-05-02\n");

    assertThat(file.leftOutCount()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({"1000, jpy, 1000 JPY", "1000, bhd, 1 BHD", "10000, isk, 100 ISK", "5, mga, 5 MGA"})
  void amountsAreInTheSmallestUnitThatStripeCountsIn(int amount, String currency, String money) {
    String row = "dp_1,%d,ch_1,1709288430,%s,true,general,needs_response,2024-05-02\n";

    assertThat(mapped(OBJECT + row.formatted(amount, currency)).shortEvents().get(0))
        .endsWith(money);
  }

  @Test
  void withoutATimeOfTheStatusTheFileIsRefused() {
    assertThatThrownBy(() -> mapped(OBJECT.replace(",synced_at", "")))
        .isInstanceOf(FileRefusedException.class)
        .hasMessage(
            "stripe-disputes.csv:1: the header lacks \"_fivetran_synced\" (or \"synced_at\","
                + " \"exported_at\"); export it, or name it in the profile as the file does");
  }

  @Test
  void aStatusFromBeforeTheDisputeIsRejected() {
    assertThat(
            mapped(OBJECT + "dp_1,1000,ch_1,1709288430,usd,true,general,won,2024-02-29\n")
                .problems())
        .containsExactly(
            "stripe-disputes.csv:2: synced_at: \"2024-02-29\" is before created 1709288430;"
                + " check which of them is right");
  }

  private static String tableRow(String id, String account, String reasonAndStatus) {
    return id
        + ",2024-05-02 08:23:57,1234,txn_1,ch_1,"
        + account
        + ",2024-03-01 10:20:30.000000 UTC,usd"
        + EVIDENCE
        + "2024-04-01,true,false,1,"
        + ",,,,,,,,,,,,,,,,,"
        + "true,true,,"
        + reasonAndStatus
        + "\n";
  }

  private MappedFile mapped(String text) {
    return MappedFile.of(profile, "stripe-disputes.csv", text);
  }
}
