package dev.hindsight.nightly.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.hindsight.datasets.lake.Lake;
import dev.hindsight.datasets.lake.LakeHeldException;
import dev.hindsight.ingest.landing.IngestHold;
import dev.hindsight.ingest.landing.Share;
import dev.hindsight.nightly.Postgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresShareHoldTest {
  private final PostgresDatabase database;
  private final List<JobHold> holds = new ArrayList<>();

  PostgresShareHoldTest(@TempDir Path folder) throws SQLException {
    database =
        new PostgresDatabase(
            new Lake(folder.resolve("lake")),
            new PostgresLogin(Postgres.freshUrl(), Postgres.USER, null));
  }

  @AfterEach
  void giveBack() {
    holds.forEach(JobHold::close);
  }

  @Test
  void sharesHoldTheLakeTogether() throws IOException {
    assertThat(take("1/3").share()).isEqualTo(new Share(1, 3));
    take("3/3").require();
    take("2/3").require();
  }

  @Test
  void aShareIsHeldAloneAndFreeAgainOnceItsHolderHasGone() throws IOException {
    JobHold first = take("2/3");

    assertThatExceptionOfType(LakeHeldException.class)
        .isThrownBy(() -> take("2/3"))
        .withMessage(
            "Share 2/3 of lake %s is held by ingest 2/3, at 127.0.0.1; wait until it has ended, or take another share",
            database.lake().root());
    first.close();
    take("2/3").require();
  }

  @Test
  void sharesOfAnotherNumberDoNotRunBeside() throws IOException {
    take("2/5");
    JobHold other = take("4/5");

    assertThatExceptionOfType(LakeHeldException.class)
        .isThrownBy(() -> take("1/4"))
        .withMessageContaining("Share 1/4 of lake %s cannot run beside", database.lake().root())
        .withMessageContaining("beside ingest 2/5, at 127.0.0.1; ingest 4/5, at 127.0.0.1: all");
    holds.get(0).close();
    other.close();
    take("1/4").require();
  }

  @Test
  void sharesAndWholeRunsExcludeEachOther() throws IOException {
    JobHold share = take("1/2");
    assertThatExceptionOfType(LakeHeldException.class)
        .isThrownBy(() -> database.take("hindsight nightly"))
        .withMessageContaining("is held by ingest 1/2, at 127.0.0.1");
    share.close();

    holds.add(database.take("hindsight nightly"));
    assertThatExceptionOfType(LakeHeldException.class)
        .isThrownBy(() -> take("2/2"))
        .withMessageContaining("is held by hindsight nightly, at 127.0.0.1");
  }

  @Test
  void oneShareAtATimeHasItsTurn() throws Exception {
    JobHold first = take("1/2");
    JobHold second = take("2/2");
    IngestHold.Turn turn = first.turn();

    CompletableFuture<IngestHold.Turn> next = CompletableFuture.supplyAsync(second::turn);
    Thread.sleep(300);
    assertThat(next).isNotDone();
    turn.close();
    next.get(10, TimeUnit.SECONDS).close();
  }

  @Test
  void theTurnOfWhoIsKilledIsTheNextOnes() throws Exception {
    JobHold first = take("1/2");
    JobHold second = take("2/2");
    assertThat(first.turn()).isNotNull();
    CompletableFuture<IngestHold.Turn> next = CompletableFuture.supplyAsync(second::turn);

    Postgres.execute(
        database.login().url(),
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'ingest 1/2'");

    next.get(10, TimeUnit.SECONDS).close();
    assertThatExceptionOfType(JobRepositoryException.class).isThrownBy(first::require);
  }

  private JobHold take(String share) throws IOException {
    JobHold hold = database.takeShare(Share.of(share), "ingest " + share);
    holds.add(hold);
    return hold;
  }
}
