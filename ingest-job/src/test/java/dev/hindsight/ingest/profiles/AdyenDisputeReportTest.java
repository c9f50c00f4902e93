package dev.hindsight.ingest.profiles;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hindsight.datasets.landed.DisputeEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AdyenDisputeReportTest {
  private static final String HEADER =
      "Company Account,Merchant Account,Psp Reference,Merchant Reference,Payment Method,"
          + "Record Date,Record Date TimeZone,Dispute Currency,Dispute Amount,Record Type,"
          + "Dispute PSP Reference,Dispute Reason,RFI Scheme Code,RFI Reason Code,CB Scheme Code,"
          + "CB Reason Code,NoF Scheme Code,NoF Reason Code,Payment Date,Payment Date TimeZone,"
          + "Payment Currency,Payment Amount,Dispute Date,Dispute Date TimeZone,Dispute ARN,"
          + "User Name,Risk Scoring,Shopper Interaction,Shopper Name,Shopper Email,"
          + "Shopper Reference,Shopper PAN,Iban,Bic,Shopper IP,Shopper Country,Issuer Country,"
          + "Issuer Id,Dispute End Date,Dispute End Date TimeZone\n";
  private static final String ROW =
      "SampleCompany,SampleShop,PSP1,order-1,visa,%s,EUR,49.90,%s,DSP1,Reason text,,,visa,%s,,,"
          + "2024-03-01 10:00:00,CEST,EUR,49.90,2024-04-01 10:00:00,CEST,,,0,Ecommerce,"
          + "Sample Person,person@mail.example,,,,,,NL,NL,,,\n";

  private final SourceProfile profile = ReadProfiles.shipped("adyen-dispute-report");

  @ParameterizedTest
  @CsvSource({
    "NotificationOfChargeback, OPENED UNAUTHORISED",
    "Chargeback, OPENED UNAUTHORISED",
    "RequestForInformation, EVIDENCE_REQUESTED UNAUTHORISED",
    "InformationSupplied, EVIDENCE_SUBMITTED UNAUTHORISED",
    "ChargebackReversed, DECIDED SELLER_FAVOUR UNAUTHORISED",
    "PreArbitrationWon, DECIDED SELLER_FAVOUR UNAUTHORISED",
    "PreArbitrationLost, DECIDED BUYER_FAVOUR UNAUTHORISED",
    "SecondChargeback, DECIDED BUYER_FAVOUR UNAUTHORISED",
    "DisputeDefensePeriodEnded, DECIDED BUYER_FAVOUR UNAUTHORISED",
  })
  void everyRecordIsAnEvent(String recordType, String event) {
    assertThat(mapped(row(recordType, "2024-04-01 10:00:00,CEST", "10.4")).shortEvents().get(0))
        .isEqualTo(event.replaceFirst("^(\\w+)", "$1 2024-04-01T08:00:00Z") + " 49.9 EUR");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"NotificationOfFraud", "ChargebackExternallyAdjudicated", "DisputeExpired"})
  void recordsThatSayNothingAboutTheDisputeAreLeftOut(String recordType) {
    assertThat(mapped(row(recordType, "2024-04-01 10:00:00,CEST", "10.4")).leftOutCount())
        .isEqualTo(1);
  }

  @Test
  void anUnknownRecordIsRejectedRatherThanGuessed() {
    assertThat(mapped(row("Arbitration", "2024-04-01 10:00:00,CEST", "10.4")).problems())
        .containsExactly(
            "dispute_report_2024_04_01.csv:2: Record Type: \"Arbitration\" is not in the profile's"
                + " map event types; add it there with what it means");
  }

  @ParameterizedTest
  @CsvSource({
    "'2024-04-01 10:00:00,CEST', 2024-04-01T08:00:00Z",
    "'2024-01-01 10:00:00,CET', 2024-01-01T09:00:00Z",
    "'2024-04-01 10:00:00,Europe/Amsterdam', 2024-04-01T08:00:00Z",
    "'2024-04-01 10:00:00,UTC', 2024-04-01T10:00:00Z",
    "'2024-04-01 10:00:00,PDT', 2024-04-01T17:00:00Z",
    "'2024-01-01 10:00:00,EST', 2024-01-01T15:00:00Z",
    "'2024-04-01,CEST', 2024-03-31T22:00:00Z",
  })
  void datesAreInTheZoneBesideThem(String date, String instant) {
    assertThat(mapped(row("Chargeback", date, "13.1")).shortEvents())
        .containsExactly("OPENED " + instant + " ITEM_NOT_RECEIVED 49.9 EUR");
  }

  @Test
  void aLostDisputeIsRefundedOnceHoweverManyRecordsSaySo() {
    MappedFile file =
        mapped(
            row("SecondChargeback", "2024-05-01 10:00:00,CEST", "10.4")
                + row("PreArbitrationLost", "2024-06-01 10:00:00,CEST", "10.4"));

    assertThat(file.events())
        .extracting(
            event -> event.eventType() + " " + event.eventId().replaceAll("-[0-9a-f]{16}", ""))
        .containsExactly(
            "DECIDED DSP1", "REFUNDED DSP1-refunded", "DECIDED DSP1", "REFUNDED DSP1-refunded");
    assertThat(file.events().stream().map(DisputeEvent::eventId).distinct()).hasSize(3);
  }

  @ParameterizedTest
  @CsvSource({"4837, UNAUTHORISED", "4853, 4853", "C28, RECURRING_CANCELLED", "'', UNMAPPED"})
  void causesAreThoseOfTheNetworksCodes(String code, String cause) {
    assertThat(mapped(row("Chargeback", "2024-04-01,UTC", code)).events().get(0).cause())
        .isEqualTo(cause);
  }

  @Test
  void theSellerIsTheMerchantAccount() {
    DisputeEvent event = mapped(row("Chargeback", "2024-04-01,UTC", "10.4")).events().get(0);

    assertThat(event.sellerId()).isEqualTo("SampleShop");
    assertThat(event.transactionId()).isEqualTo("PSP1");
  }

  private static String row(String recordType, String date, String reasonCode) {
    return ROW.formatted(date, recordType, reasonCode);
  }

  private MappedFile mapped(String rows) {
    return MappedFile.of(profile, "dispute_report_2024_04_01.csv", HEADER + rows);
  }
}
