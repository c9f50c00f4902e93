package dev.hindsight.ingest.profiles;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hindsight.datasets.landed.DisputeEvent;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NycMediatedComplaintsTest {
  private static final String HEADER =
      "Business Name,Industry,Complaint Type,Mediation Start Date,Mediation Close Date,"
          + "Complaint Result,Satisfaction,Restitution,Business Building,Business Street,"
          + "Building Address Unit,Business City,Business State,Business Zip,Complainant Zip \n";
  private static final String ADDRESS = ",1,SAMPLE ST,,BRONX,NY,10451,10036\n";
  private static final String REFUNDED =
      "SAMPLE SHOP INC.,Electronic Store - 001,Damaged Goods - D01,03/01/2016,03/15/2016,"
          + "Cash Amount - AMT,Yes,70.50"
          + ADDRESS;

  private final SourceProfile profile = ReadProfiles.shipped("nyc-mediated-complaints");

  @Test
  void aComplaintIsOpenedDecidedAndRefunded() {
    MappedFile file = mapped(REFUNDED);

    assertThat(file.shortEvents())
        .containsExactly(
            "OPENED 2016-03-01T05:00:00Z DAMAGED_IN_TRANSIT",
            "DECIDED 2016-03-15T04:00:00Z ACCEPTED_BY_SELLER",
            "REFUNDED 2016-03-15T04:00:00Z 70.5 USD");
    assertThat(file.events())
        .allSatisfy(
            event -> {
              assertThat(event.sellerId()).isEqualTo("SAMPLE SHOP INC.");
              assertThat(event.category()).isEqualTo("Electronic Store - 001");
            });
  }

  @Test
  void theSameRowHasTheSameIdsAndAnotherRowOthers() {
    String other = REFUNDED.replace("70.50", "80.50");

    List<String> ids =
        mapped(REFUNDED + other + REFUNDED).events().stream().map(DisputeEvent::eventId).toList();

    assertThat(ids.subList(6, 9)).isEqualTo(ids.subList(0, 3));
    assertThat(ids.subList(0, 6)).doesNotHaveDuplicates().allMatch(id -> id.startsWith("nyc-"));
    assertThat(mapped(REFUNDED).events())
        .extracting(DisputeEvent::eventId)
        .isEqualTo(ids.subList(0, 3));
  }

  @ParameterizedTest
  @CsvSource({
    "Resolved and Consumer Satisfied - SPF, DECIDED ACCEPTED_BY_SELLER",
    "Bill Reduced - BLR, DECIDED ACCEPTED_BY_SELLER",
    "Credit Card Refund and/or Contract Cancelled - CRC, DECIDED ACCEPTED_BY_SELLER",
    "Goods Exchanged - GEX, DECIDED ACCEPTED_BY_SELLER",
    "Goods Repaired - GRS, DECIDED ACCEPTED_BY_SELLER",
    "Store Credit - SCR, DECIDED ACCEPTED_BY_SELLER",
    "Goods Received - GDR, DECIDED ACCEPTED_BY_SELLER",
    "Agency Collected Judgement - ACJ, DECIDED BUYER_FAVOUR",
    "Cash Amount - Consumer Restitution from Escrow, DECIDED BUYER_FAVOUR",
    "Referred to Hearing - RTH, ESCALATED",
    "Consumer Withdrew Complaint - CWC, WITHDRAWN",
    "No Consumer Response - NCR, WITHDRAWN",
    "Advised to Sue - ATS, CLOSED",
    "Consumer Took Action - CTA, CLOSED",
    "No Satisfactory Agreement - NSA, CLOSED",
    "Unable to Locate Business - ULV, CLOSED",
    "No Business Response - NVR, CLOSED",
    "Referred to Outside - RTO, CLOSED",
    "Complaint Invalid - CIN, CLOSED",
    "No Satisfactory Preempted - NSP, CLOSED",
    "Out of Business - OOB, CLOSED",
    "Referred to Manufacturer - RMF, CLOSED",
    "Unable to Locate Consumer - ULC, CLOSED",
  })
  void everyResultIsAnEnding(String result, String ending) {
    MappedFile file =
        mapped(REFUNDED.replace("Cash Amount - AMT", result).replace("70.50", "0.00"));

    assertThat(file.shortEvents())
        .hasSize(2)
        .last()
        .isEqualTo(ending.replaceFirst("^(\\w+)", "$1 2016-03-15T04:00:00Z"));
  }

  @ParameterizedTest
  @CsvSource({
    "Damaged Goods - D01, DAMAGED_IN_TRANSIT",
    "Defective Goods - D02, DEFECTIVE",
    "Non-Delivery of Goods - N01, ITEM_NOT_RECEIVED",
    "Wrong Goods - W01, WRONG_ITEM",
    "Surcharge/Overcharge - S02, WRONG_AMOUNT",
    "Excessive Charges, WRONG_AMOUNT",
    "Breach of Contract - B03, Breach of Contract - B03",
    "'', UNMAPPED",
  })
  void causesAreKnownByTheCodeBehindTheName(String type, String cause) {
    assertThat(mapped(REFUNDED.replace("Damaged Goods - D01", type)).events().get(0).cause())
        .isEqualTo(cause);
  }

  @Test
  void whatCannotBeTrueIsRejectedWithAReason() {
    String header = HEADER.replace("Complainant Zip ", "Complainant Zip");
    MappedFile file =
        MappedFile.of(
            profile,
            "mediated-complaints-2016.csv",
            header
                + REFUNDED.replace("SAMPLE SHOP INC.", " ")
                + REFUNDED.replace("03/15/2016", "02/15/2016")
                + REFUNDED.replace("03/15/2016", "02/30/2016")
                + REFUNDED.replace("AMT", "XYZ")
                + REFUNDED.replace("70.50", "70,50").replace("70,50", "\"70,50\""));

    assertThat(file.feedRows()).isEmpty();
    assertThat(file.problems())
        .extracting(problem -> problem.replace("mediated-complaints-2016.csv:", ""))
        .containsExactly(
            "2: Business Name: is missing; every row needs it",
            "3: Mediation Close Date: \"02/15/2016\" is before Mediation Start Date 03/01/2016;"
                + " check which of them is right",
            "4: Mediation Close Date: \"02/30/2016\" is not a date as the profile has it;"
                + " write it as MM/dd/uuuu",
            "5: Complaint Result: \"Cash Amount - XYZ\" is not in the profile's map endings;"
                + " add it there with what it means",
            "6: Restitution: \"70,50\" is not a number as the profile has it;"
                + " write 1234.50 as 1234.50");
  }

  private MappedFile mapped(String rows) {
    return MappedFile.of(profile, "mediated-complaints-2016.csv", HEADER + rows);
  }
}
