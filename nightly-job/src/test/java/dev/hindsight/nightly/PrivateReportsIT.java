package dev.hindsight.nightly;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hindsight.nightly.ReportTexts.Known;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A generated marketplace with findings: each report is for one pair of eyes. */
class PrivateReportsIT {
  private static final int SELLERS = 72;

  @Test
  void reportsOfAGeneratedMarketplaceTellOfNoOtherSeller(@TempDir Path folder) throws Exception {
    Path landing = GeneratedMarketplace.landing(folder, SELLERS, 120, 5);
    ProgramRun night = ProgramRun.of(folder, "nightly", "--landing", landing);
    assertThat(night.exitCode()).as(night.err()).isZero();
    assertThat(RoundedRows.of(folder.resolve("lake/marts/recommendations"))).isNotEmpty();
    Path outbox = onlyFolderIn(folder.resolve("outbox"));

    List<Known> sellers = ReportTexts.sellers(landing);

    assertThat(sellers).hasSize(SELLERS);
    assertThat(ReportTexts.strangers(outbox, sellers)).isEmpty();
    int readingTheirOwnName = 0;
    for (Known seller : sellers) {
      if (ReportTexts.textOf(outbox, seller.id()).contains(seller.name())) {
        readingTheirOwnName++;
      }
    }
    assertThat(readingTheirOwnName).isGreaterThan(SELLERS * 2 / 3);
  }

  private static Path onlyFolderIn(Path outbox) throws Exception {
    try (Stream<Path> folders = Files.list(outbox)) {
      return folders
          .filter(Files::isDirectory)
          .filter(folder -> !folder.getFileName().toString().startsWith("."))
          .findFirst()
          .orElseThrow();
    }
  }
}
