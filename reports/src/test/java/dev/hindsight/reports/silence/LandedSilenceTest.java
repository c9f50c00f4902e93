package dev.hindsight.reports.silence;

import static org.assertj.core.api.Assertions.assertThat;

import com.jerolba.carpet.CarpetWriter;
import com.jerolba.carpet.ColumnNamingStrategy;
import dev.hindsight.datasets.lake.Lake;
import dev.hindsight.datasets.lake.LandedFile;
import dev.hindsight.datasets.lake.LandedFiles;
import dev.hindsight.datasets.landed.Bounce;
import dev.hindsight.datasets.landed.Unsubscribe;
import dev.hindsight.reports.due.Silenced;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LandedSilenceTest {

  @Test
  void aSellerIsUnsubscribedUntilALaterChangeOfMind() {
    assertThat(
            LandedSilence.unsubscribed(
                List.of(
                    left("gone", "2026-01-01", null, 1),
                    left("back", "2026-01-01", "2026-02-01", 2),
                    left("gone again", "2026-01-01", "2026-02-01", 3),
                    left("gone again", "2026-03-01", null, 4),
                    left("back once for all", "2026-01-01", null, 5),
                    left("back once for all", "2026-02-01", "2026-03-01", 6))))
        .containsExactlyInAnyOrder("gone", "gone again");
  }

  @Test
  void theLatestRowOfAWishIsTheOneThatCounts() {
    assertThat(
            LandedSilence.unsubscribed(
                List.of(
                    left("corrected", "2026-01-01", null, 7),
                    left("corrected", "2026-01-01", "2026-02-01", 6))))
        .containsExactly("corrected");
  }

  @Test
  void anAddressIsDeadUntilMailArrivesAgain() {
    assertThat(
            LandedSilence.dead(
                List.of(
                    bounce("Dead@seller.test", "5.1.1", "2026-01-01", 1),
                    bounce("full@seller.test", "4.2.2", "2026-01-01", 2),
                    bounce("back@seller.test", "2.0.0", "2026-02-01", 3),
                    bounce("back@seller.test", "5.1.1", "2026-01-01", 4),
                    bounce("dead@seller.test", "4.2.2", "2026-02-01", 5))))
        .containsExactly("dead@seller.test");
  }

  @Test
  void everythingThatHasLandedCounts(@TempDir Path folder) throws IOException {
    Lake lake = new Lake(folder.resolve("lake"));
    write(
        lake.batch("unsubscribes", 1),
        List.of(left("s-1", "2026-01-01", null, 1)),
        Unsubscribe.class);
    write(
        lake.batch("bounces", 2),
        List.of(bounce("x@y.test", "5.1.1", "2026-01-01", 1)),
        Bounce.class);
    LandedFiles landed =
        new LandedFiles(List.of(landed("unsubscribes", 1, null), landed("bounces", 2, null)));

    assertThat(new LandedSilence(lake, landed).read())
        .isEqualTo(new Silenced(Set.of("s-1"), Set.of("x@y.test")));
  }

  @Test
  void nothingLandedSilencesNobody(@TempDir Path folder) throws IOException {
    assertThat(new LandedSilence(new Lake(folder), new LandedFiles(List.of())).read())
        .isEqualTo(Silenced.NOBODY);
  }

  private static LandedFile landed(String dataset, int batch, @Nullable Integer replaces) {
    return new LandedFile(
        dataset,
        batch,
        dataset + ".csv",
        "sha",
        1,
        1,
        0,
        List.of(),
        Instant.EPOCH,
        replaces,
        null,
        null,
        null,
        null);
  }

  private static <R extends Record> void write(Path batch, List<R> rows, Class<R> type)
      throws IOException {
    Files.createDirectories(batch);
    try (OutputStream output = Files.newOutputStream(batch.resolve("part-0.parquet"));
        CarpetWriter<R> writer =
            new CarpetWriter.Builder<>(output, type)
                .withColumnNamingStrategy(ColumnNamingStrategy.SNAKE_CASE)
                .build()) {
      writer.write(rows);
    }
  }

  private static Unsubscribe left(
      String seller, String leftOn, @Nullable String returnedOn, long line) {
    return new Unsubscribe(
        seller, at(leftOn), returnedOn == null ? null : at(returnedOn), null, 1, line);
  }

  private static Bounce bounce(String address, String status, String on, long line) {
    return new Bounce(address, status, at(on), null, null, 1, line);
  }

  private static Instant at(String date) {
    return Instant.parse(date + "T00:00:00Z");
  }
}
