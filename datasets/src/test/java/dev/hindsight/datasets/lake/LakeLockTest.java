package dev.hindsight.datasets.lake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("try")
class LakeLockTest {
  private final Path folder;
  private final Lake lake;
  private final List<Process> children = new ArrayList<>();

  LakeLockTest(@TempDir Path folder) {
    this.folder = folder;
    lake = new Lake(folder.resolve("lake"));
  }

  @AfterEach
  void endChildren() {
    children.forEach(Process::destroyForcibly);
  }

  @Test
  void nobodyHoldsALakeThatIsNotThere() throws IOException {
    assertThat(LakeLock.holder(lake)).isNull();
    assertThat(lake.root()).doesNotExist();
  }

  @Test
  void theHolderIsKnownUntilItGivesTheLakeBack() throws IOException {
    try (LakeLock held = LakeLock.take(lake, "nightly, process 1")) {
      assertThat(LakeLock.holder(lake)).isEqualTo("nightly, process 1");
    }

    assertThat(LakeLock.holder(lake)).isNull();
  }

  @Test
  void aSecondRunInTheSameProcessIsRefused() throws IOException {
    try (LakeLock held = LakeLock.take(lake, "nightly, process 1")) {
      assertThatThrownBy(() -> LakeLock.take(lake, "ingest, process 1"))
          .isInstanceOf(LakeHeldException.class)
          .hasMessage(
              "Lake %s is held by nightly, process 1; wait until it has ended", lake.root());
    }
  }

  @Test
  void aLakeThatWasGivenBackCanBeTakenAgain() throws IOException {
    LakeLock first = LakeLock.take(lake, "first");
    first.close();

    try (LakeLock second = LakeLock.take(lake, "second")) {
      first.close();

      assertThat(LakeLock.holder(lake)).isEqualTo("second");
    }
  }

  @Test
  void anotherWayToTheSameLakeIsNoOtherLake() throws IOException {
    Files.createDirectories(lake.root());
    Lake sameLake = new Lake(Files.createSymbolicLink(folder.resolve("link"), lake.root()));

    try (LakeLock held = LakeLock.take(lake, "first")) {
      assertThat(LakeLock.holder(sameLake)).isEqualTo("first");
      assertThatThrownBy(() -> LakeLock.take(sameLake, "second"))
          .isInstanceOf(LakeHeldException.class)
          .hasMessageContaining("is held by first");
    }
  }

  @Test
  void anotherProcessIsRefusedAndToldWhoHoldsTheLake() throws IOException {
    try (LakeLock held = LakeLock.take(lake, "nightly, process 1")) {
      assertThat(child("second").said())
          .isEqualTo(
              "Lake %s is held by nightly, process 1; wait until it has ended"
                  .formatted(lake.root()));
    }
  }

  @Test
  void askingWhoHoldsTheLakeDoesNotGiveItAway() throws IOException {
    try (LakeLock held = LakeLock.take(lake, "first")) {
      assertThat(LakeLock.holder(lake)).isEqualTo("first");
      assertThatThrownBy(() -> LakeLock.take(lake, "again"))
          .isInstanceOf(LakeHeldException.class)
          .hasMessageContaining("is held by first");

      assertThat(child("second").said()).contains("is held by first");
    }
  }

  @Test
  void aLakeHeldByAnotherProcessIsRefusedUntilThatIsKilled() throws Exception {
    Child child = child("child, process 2");
    assertThat(child.said()).isEqualTo("held");
    assertThat(LakeLock.holder(lake)).isEqualTo("child, process 2");
    assertThatThrownBy(() -> LakeLock.take(lake, "parent"))
        .isInstanceOf(LakeHeldException.class)
        .hasMessage("Lake %s is held by child, process 2; wait until it has ended", lake.root());

    child.process().destroyForcibly();
    assertThat(child.process().waitFor(10, TimeUnit.SECONDS)).isTrue();

    assertThat(LakeLock.holder(lake)).isNull();
    try (LakeLock held = LakeLock.take(lake, "parent")) {
      assertThat(LakeLock.holder(lake)).isEqualTo("parent");
    }
  }

  @Test
  void sharesOfSeveralProcessesHoldTheLakeTogetherAndNobodyElseDoes() throws IOException {
    try (LakeLock held = LakeLock.takeShare(lake, "1/3", "share 1")) {
      assertThat(child("share 3", "3/3").said()).isEqualTo("held");

      assertThat(LakeLock.holders(lake)).containsExactly("share 1", "share 3");
      assertThat(child("share 1 again", "1/3").said())
          .isEqualTo(
              "Share 1/3 of lake %s is held by share 1; wait until it has ended, or take another share"
                  .formatted(lake.root()));
      assertThat(child("nightly").said()).contains("is held by share 1; share 3; wait");
    }
    assertThat(LakeLock.holder(lake)).isEqualTo("share 3");
  }

  @Test
  void aLakeThatIsHeldHasNoShareToGive() throws IOException {
    try (LakeLock held = LakeLock.take(lake, "nightly")) {
      assertThat(child("share 1", "1/3").said()).contains("is held by nightly; wait");
    }
    assertThat(child("share 1", "1/3").said()).isEqualTo("held");
  }

  @Test
  void theShareOfAKilledProcessIsFree() throws Exception {
    Child child = child("share 1", "1/3");
    child.process().destroyForcibly().waitFor();

    assertThat(LakeLock.holders(lake)).isEmpty();
    try (LakeLock held = LakeLock.takeShare(lake, "1/3", "again")) {
      assertThat(LakeLock.holders(lake)).containsExactly("again");
    }
    LakeLock.take(lake, "nightly").close();
  }

  record Child(Process process, @Nullable String said) {}

  private Child child(String holder) throws IOException {
    return child(holder, "");
  }

  private Child child(String holder, String share) throws IOException {
    Process process =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElseThrow(),
                "-Xshare:auto",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                LakeHolder.class.getName(),
                lake.root().toString(),
                holder,
                share)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    children.add(process);
    BufferedReader output =
        new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
    return new Child(process, output.readLine());
  }
}
