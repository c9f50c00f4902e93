package dev.hindsight.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.hindsight.datasets.lake.LandedFile;
import dev.hindsight.ingest.batches.CheckResult;
import dev.hindsight.ingest.batches.RejectBudget;
import dev.hindsight.ingest.feeds.Feed;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OptionalFeedsTest {
  private static final String ADJUSTMENTS = "dispute_id,reason,decided_at\n";
  private static final String ADJUSTMENT = "d-1,CARRIER_STRIKE,2024-03-20T10:00:00Z\n";

  private final Ingesting ingesting;

  OptionalFeedsTest(@TempDir Path folder) throws IOException {
    ingesting = new Ingesting(folder);
  }

  @Test
  void filesOfTheOptionalFeedsLandAndMakeNoDay() throws Exception {
    ingesting.write("adjustments-03.csv", ADJUSTMENTS + ADJUSTMENT);
    ingesting.write("bounces.csv", "bounced_at,status,email\n2024-03-20T10:00:00Z,5.1.1,a@b.c\n");
    ingesting.write("unsubscribes.csv", "seller_id,unsubscribed_at\ns-1,2024-03-20T10:00:00Z\n");

    assertThat(ingesting.ingest().withStatus(FileStatus.LANDED)).hasSize(3);

    assertThat(ingesting.landed())
        .extracting(LandedFile::dataset, LandedFile::acceptedCount, LandedFile::dates)
        .containsExactly(
            tuple("adjustments", 1L, List.of()),
            tuple("bounces", 1L, List.of()),
            tuple("unsubscribes", 1L, List.of()));
    assertThat(ingesting.query("SELECT email, status, reason FROM $dataset", "bounces"))
        .containsExactly("a@b.c 5.1.1 null");
    assertThat(ingesting.query("SELECT seller_id, resubscribed_at FROM $dataset", "unsubscribes"))
        .containsExactly("s-1 null");
  }

  @Test
  void wrongRowIsRejectedAndItsReasonNotShown() throws Exception {
    ingesting.write("adjustments.csv", ADJUSTMENTS + ADJUSTMENT + "d-2,ann@b.c,2024-03-20\n");

    FileResult file = ingesting.ingest().files().get(0);

    assertThat(file.acceptedCount()).isEqualTo(1);
    assertThat(file.rejectedCount()).isEqualTo(1);
    assertThat(
            ingesting.query(
                "SELECT feed, line_number, column_name, reason, shown_value FROM $dataset ORDER BY 3",
                "rejects"))
        .containsExactly(
            "adjustments 3 decided_at NO_OFFSET 2024-03-20",
            "adjustments 3 reason NOT_A_LABEL null");
  }

  @Test
  void fileWithMostlyWrongRowsIsRefused() throws Exception {
    ingesting.write("bounces.csv", "email,status,bounced_at\n" + "x,550,\n".repeat(12));

    assertThat(ingesting.ingest().withStatus(FileStatus.REFUSED)).hasSize(1);
    assertThat(ingesting.landed()).isEmpty();
  }

  @Test
  void adjustmentIsTakenBackByAFileOfTheSameNameWithoutIt() throws Exception {
    ingesting.write("adjustments.csv", ADJUSTMENTS + ADJUSTMENT);
    ingesting.ingest();
    ingesting.write("adjustments.csv", ADJUSTMENTS);

    assertThat(ingesting.ingest().withStatus(FileStatus.REFUSED)).hasSize(1);
    assertThat(ingesting.ingest("adjustments.csv").withStatus(FileStatus.LANDED)).hasSize(1);

    assertThat(ingesting.landed())
        .extracting(LandedFile::acceptedCount, LandedFile::replacesBatch)
        .containsExactly(tuple(1L, null), tuple(0L, 1));
  }

  @ParameterizedTest
  @CsvSource({
    "ADJUSTMENTS, 'dispute_id,reason\n', 'lacks decided_at'",
    "UNSUBSCRIBES, 'email\n', 'lacks seller_id, unsubscribed_at'",
    "BOUNCES, 'email,reason\n', 'lacks status, bounced_at'"
  })
  void checkTellsWhatTheHeaderLacks(Feed feed, String header, String lack) throws Exception {
    Path file = ingesting.write("export.csv", header);
    ExportCheck check = new ExportCheck(RejectBudget.DEFAULT, InstantSource.fixed(Ingesting.NOW));

    CheckResult result = check.of(file, LandingFormats.DEFAULT.canonical(feed));

    assertThat(result.refusal()).contains(lack);
  }
}
