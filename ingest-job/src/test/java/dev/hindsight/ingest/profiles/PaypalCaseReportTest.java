package dev.hindsight.ingest.profiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hindsight.datasets.landed.DisputeEvent;
import dev.hindsight.ingest.csv.FileRefusedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PaypalCaseReportTest {
  private static final String PREAMBLE =
      """
      "RH",2024/04/02 03:00:00 -0700,"A","SAMPLEACCOUNT",008
      "FH",01
      "SH",2024/04/01 00:00:00 -0700,2024/04/01 23:59:59 -0700,"SAMPLEACCOUNT",""
      """;
  private static final String HEADER =
      "\"CH\",\"Case type\",\"Case ID\",\"Original transaction ID\",\"Transaction date\","
          + "\"Transaction invoice ID\",\"Card Type\",\"Case reason\",\"Claimant name\","
          + "\"Claimant email address\",\"Case filing date\",\"Case status\","
          + "\"Response due date\",\"Disputed amount\",\"Disputed currency\","
          + "\"Disputed transaction ID\",\"Money movement\",\"Settlement type\","
          + "\"Seller protection\",\"Seller protection payout amount\","
          + "\"Seller protection currency\",\"Payment Tracking ID\",\"Buyer comments\","
          + "\"Store ID\",\"Chargeback Reason Code\",\"Outcome\"\n";
  private static final String ROW =
      "\"SB\",\"Claim\",\"PP-1\",\"TX1\",2024/03/01 08:00:00 -0800,\"INV-1\",\"\","
          + "\"Item not received\",\"Sample Person\",\"person@mail.example\","
          + "2024/03/20 16:17:06 -0700,\"Open\",2024/03/30 16:17:06 -0700,1234,\"USD\",\"\","
          + "\"On temporary hold\",\"\",\"\",,\"\",\"\",\"where, is \"\"it\"\"\",\"\",\"\",\"\"\n";
  private static final String FOOTER = "\"SF\",1\n\"SC\",1\n\"RF\",1\n";

  private final SourceProfile profile = ReadProfiles.shipped("paypal-case-report");

  @Test
  void anOpenCaseIsOpened() {
    MappedFile file = mapped(ROW);

    assertThat(file.shortEvents())
        .containsExactly("OPENED 2024-03-20T23:17:06Z ITEM_NOT_RECEIVED 12.34 USD");
    DisputeEvent opened = file.events().get(0);
    assertThat(opened.eventId()).isEqualTo("PP-1-opened");
    assertThat(opened.sellerId()).isEqualTo("this-shop");
    assertThat(opened.transactionId()).isEqualTo("TX1");
  }

  @Test
  void footersAreLeftOutThoughTheyAreShort() {
    MappedFile file = mapped(ROW);

    assertThat(file.leftOutCount()).isEqualTo(3);
    assertThat(file.problems()).isEmpty();
  }

  @Test
  void nothingOfThePersonIsUsed() {
    assertThat(mapped(ROW).unused())
        .contains("Claimant name", "Claimant email address", "Buyer comments");
  }

  @ParameterizedTest
  @CsvSource({
    "Buyer favor, 'DECIDED BUYER_FAVOUR, REFUNDED'",
    "RESOLVED_BUYER_FAVOUR, 'DECIDED BUYER_FAVOUR, REFUNDED'",
    "Seller favor, DECIDED SELLER_FAVOUR",
    "RESOLVED_SELLER_FAVOUR, DECIDED SELLER_FAVOUR",
    "RESOLVED_WITH_PAYOUT, DECIDED MARKETPLACE_PAID",
    "CANCELED_BY_BUYER, WITHDRAWN",
    "NONE, CLOSED",
  })
  void anOutcomeIsAnEndingByTheEndOfTheReportsDay(String outcome, String endings) {
    MappedFile file = mapped(ROW.replaceFirst("\"\"\n$", "\"" + outcome + "\"\n"));

    assertThat(
            String.join(", ", file.shortEvents().subList(1, file.shortEvents().size()))
                .replace(" 2024-04-02T06:59:59Z", ""))
        .isEqualTo(endings);
  }

  @Test
  void anUnknownOutcomeIsRejectedRatherThanGuessed() {
    assertThat(mapped(ROW.replaceFirst("\"\"\n$", "\"Appealed\"\n")).problems())
        .containsExactly(
            "DDR-20240401.01.008.CSV:5: Outcome: \"Appealed\" is not in the profile's map endings;"
                + " add it there with what it means");
  }

  @Test
  void theNextReportOfACaseHasTheSameIds() {
    MappedFile next =
        MappedFile.of(profile, "DDR-20240402.01.008.CSV", PREAMBLE + HEADER + ROW + FOOTER);

    assertThat(next.events()).isEqualTo(mapped(ROW).events());
  }

  @Test
  void aFileWhoseNameHasNoDayIsRefused() {
    assertThatThrownBy(() -> MappedFile.of(profile, "DDR-latest.csv", PREAMBLE + HEADER))
        .isInstanceOf(FileRefusedException.class)
        .hasMessageStartingWith("DDR-latest.csv: the name does not hold reportDate; name the file");
  }

  private MappedFile mapped(String rows) {
    return MappedFile.of(profile, "DDR-20240401.01.008.CSV", PREAMBLE + HEADER + rows + FOOTER);
  }
}
