package dev.hindsight.nightly.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.hindsight.datasets.lake.Lake;
import dev.hindsight.datasets.lake.VersionName;
import dev.hindsight.datasets.lake.Versions;
import dev.hindsight.nightly.SmallLake;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VersionRemovalTest {
  private static final InstantSource CLOCK =
      InstantSource.fixed(SmallLake.NOW.plus(Duration.ofDays(2)));
  private static final Retention ONE_NIGHT = new Retention(1, 0, Duration.ofHours(24));
  private static final LocalDate FIRST = LocalDate.of(2026, 6, 27);

  private final SmallLake small;
  private final Lake lake;
  private final Path outbox;
  private final VersionRemoval removal;

  VersionRemovalTest(@TempDir Path folder) throws IOException {
    small = new SmallLake(folder);
    lake = small.lake();
    outbox = folder.resolve("outbox");
    removal = new VersionRemoval(lake, outbox);
  }

  @BeforeEach
  void publishFourNights() throws IOException {
    for (int day = 0; day < 4; day++) {
      String version = small.publishNext(FIRST.plusDays(day)).version();
      Files.writeString(
          Files.createDirectories(outbox.resolve(version)).resolve("index.html"), version);
    }
  }

  @Test
  void whatNeedNotBeKeptGoesWithItsReports() throws IOException {
    List<VersionName> removed = removal.apply(ONE_NIGHT, CLOCK);

    assertThat(removed)
        .extracting(VersionName::toString)
        .containsExactly("2026-06-27.1", "2026-06-28.1");
    assertThat(new Versions(lake).all())
        .extracting(VersionName::toString)
        .containsExactly("2026-06-29.1", "2026-06-30.1");
    assertThat(outbox.resolve("2026-06-28.1")).doesNotExist();
    assertThat(outbox.resolve("2026-06-29.1/index.html")).exists();
    assertThat(lake.martsLink().toRealPath()).endsWith(Path.of("version=2026-06-30.1"));
    assertThat(lake.work().resolve("removed")).isEmptyDirectory();
  }

  @Test
  void aSecondRemovalFindsNothingLeft() throws IOException {
    removal.apply(ONE_NIGHT, CLOCK);

    assertThat(removal.apply(ONE_NIGHT, CLOCK)).isEmpty();
  }

  @Test
  void whatARemovalThatWasKilledHasLeftIsDeleted() throws IOException {
    VersionName killed = new VersionName(FIRST, 1);
    Path renamed = Files.createDirectories(lake.work().resolve("removed")).resolve(killed.folder());
    Files.move(lake.version(killed), renamed);

    removal.apply(Retention.ALL, CLOCK);

    assertThat(renamed).doesNotExist();
    assertThat(new Versions(lake).all()).hasSize(3);
  }

  @Test
  void aRemovalThatWasKilledAfterTheReportsIsGoneOnWith() throws IOException {
    Path former = outbox.resolve(".work/2026-06-27.1.former");
    Files.createDirectories(former.getParent());
    Files.move(outbox.resolve("2026-06-27.1"), former);

    assertThat(removal.apply(ONE_NIGHT, CLOCK)).hasSize(2);
    assertThat(former).doesNotExist();
  }

  @Test
  void theCurrentVersionIsNeverRemoved() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Versions(lake).remove(new VersionName(FIRST.plusDays(3), 1)))
        .withMessage("Version 2026-06-30.1 is the current one; readers would lose their place");
  }

  @Test
  void aLakeWithoutVersionsHasNothingToRemove(@TempDir Path other) throws IOException {
    VersionRemoval ofOther = new VersionRemoval(new SmallLake(other).lake(), outbox);

    assertThat(ofOther.apply(ONE_NIGHT, CLOCK)).isEmpty();
  }
}
