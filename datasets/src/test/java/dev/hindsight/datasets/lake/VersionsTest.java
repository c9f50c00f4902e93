package dev.hindsight.datasets.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VersionsTest {
  private static final LocalDate MONDAY = LocalDate.of(2026, 3, 16);
  private static final LocalDate TUESDAY = LocalDate.of(2026, 3, 17);

  private final Lake lake;
  private final Versions versions;

  VersionsTest(@TempDir Path folder) {
    lake = new Lake(folder.resolve("lake"));
    versions = new Versions(lake);
  }

  @Test
  void aNewLakeHasNoVersion() throws IOException {
    assertThat(versions.all()).isEmpty();
    assertThat(versions.current()).isEmpty();
    assertThatThrownBy(versions::pointToNewest)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("Lake %s has no version", lake.root());
  }

  @Test
  void aDatesVersionsAreNumberedFromOne() throws IOException {
    assertThat(versions.next(MONDAY)).isEqualTo(new VersionName(MONDAY, 1));

    publish(MONDAY);
    publish(MONDAY);

    assertThat(versions.next(MONDAY)).isEqualTo(new VersionName(MONDAY, 3));
    assertThat(versions.next(TUESDAY)).isEqualTo(new VersionName(TUESDAY, 1));
  }

  @Test
  void theTenthVersionOfADateFollowsTheNinth() throws IOException {
    for (int number = 1; number <= 10; number++) {
      assertThat(publish(MONDAY)).isEqualTo(new VersionName(MONDAY, number));
    }

    assertThat(versions.next(MONDAY)).isEqualTo(new VersionName(MONDAY, 11));
  }

  @Test
  void thePointerAndTheLinkNameTheNewestVersion() throws IOException {
    publish(MONDAY);
    VersionName newest = publish(TUESDAY);

    assertThat(versions.current()).contains(newest);
    assertThat(lake.currentPointer()).hasContent("2026-03-17.1\n");
    assertThat(Files.readSymbolicLink(lake.martsLink()))
        .isEqualTo(Path.of("versions", "version=2026-03-17.1"));
    assertThat(lake.martsLink().toRealPath()).isEqualTo(lake.version(newest).toRealPath());
  }

  @Test
  void publicationMovesTheCandidate() throws IOException {
    Path candidate = candidate("only");
    VersionName name = versions.next(MONDAY);

    versions.publish(candidate, name);

    assertThat(candidate).doesNotExist();
    assertThat(lake.version(name).resolve("_version.json")).hasContent("only");
  }

  @Test
  void anOlderDateThatIsPublishedLaterDoesNotTakeThePointer() throws IOException {
    VersionName tuesday = publish(TUESDAY);

    VersionName current = publish(MONDAY);

    assertThat(current).isEqualTo(tuesday);
    assertThat(versions.current()).contains(tuesday);
    assertThat(versions.all()).containsExactly(new VersionName(MONDAY, 1), tuesday);
  }

  @Test
  void aPublicationKilledBeforeTheSwapIsCompleted() throws IOException {
    publish(MONDAY);
    VersionName name = versions.next(TUESDAY);
    DurableFiles.moveIntoPlace(candidate("new"), lake.version(name));
    assertThat(versions.current()).contains(new VersionName(MONDAY, 1));

    versions.pointToNewest();

    assertThat(versions.current()).contains(name);
    assertThat(lake.martsLink().resolve("_version.json")).hasContent("new");
  }

  @Test
  void aSwapKilledBetweenPointerAndLinkIsCompleted() throws IOException {
    publish(MONDAY);
    VersionName tuesday = publish(TUESDAY);
    Files.delete(lake.martsLink());
    Files.createSymbolicLink(
        lake.root().resolve(".marts.tmp"), Path.of("versions", "version=2026-03-16.1"));

    versions.pointToNewest();

    assertThat(lake.martsLink().toRealPath()).isEqualTo(lake.version(tuesday).toRealPath());
    assertThat(lake.root().resolve(".marts.tmp")).doesNotExist();
  }

  @Test
  void aVersionIsNeverReplaced() throws IOException {
    publish(MONDAY);
    Path candidate = candidate("other");

    assertThatThrownBy(() -> versions.publish(candidate, new VersionName(MONDAY, 1)))
        .isInstanceOf(FileSystemException.class)
        .hasMessageContaining("version=2026-03-16.1");
    assertThat(lake.version(new VersionName(MONDAY, 1)).resolve("_version.json")).hasContent("one");
  }

  @Test
  void whatIsNoVersionIsLeftAlone() throws IOException {
    publish(MONDAY);
    Files.createDirectories(lake.versions().resolve("version=tomorrow"));
    Files.createDirectories(lake.versions().resolve("notes"));

    assertThat(versions.all()).containsExactly(new VersionName(MONDAY, 1));
  }

  @Test
  void aPointerThatNamesNoVersionIsNone() throws IOException {
    Files.createDirectories(lake.root());
    Files.writeString(lake.currentPointer(), "yesterday\n");

    assertThat(versions.current()).isEmpty();
  }

  @Test
  void withoutLinksThePointerAloneNamesTheNewest() throws IOException {
    VersionName name = versions.next(MONDAY);
    DurableFiles.moveIntoPlace(candidate("one"), lake.version(name));

    versions.pointToNewest(VersionsTest::refuseLink);

    assertThat(versions.current()).contains(name);
    assertThat(lake.martsLink()).doesNotExist();
  }

  @Test
  void aLinkThatCannotFollowIsAnError() throws IOException {
    publish(MONDAY);
    DurableFiles.moveIntoPlace(candidate("two"), lake.version(versions.next(TUESDAY)));

    assertThatThrownBy(() -> versions.pointToNewest(VersionsTest::refuseLink))
        .isInstanceOf(IOException.class)
        .hasMessage(
            "%s cannot be changed and still shows an older version; remove it", lake.martsLink());
    assertThat(Files.exists(lake.martsLink(), LinkOption.NOFOLLOW_LINKS)).isTrue();
  }

  private static void refuseLink(Path link, Path target) {
    throw new UnsupportedOperationException("no links here");
  }

  private VersionName publish(LocalDate asOfDate) throws IOException {
    return versions.publish(candidate("one"), versions.next(asOfDate));
  }

  private Path candidate(String content) throws IOException {
    Path candidate = Files.createDirectories(lake.work().resolve("candidate"));
    Files.writeString(candidate.resolve("_version.json"), content);
    return candidate;
  }
}
