package dev.hindsight.nightly.jobs;

import dev.hindsight.datasets.lake.Lake;
import dev.hindsight.datasets.lake.LakeHeldException;
import dev.hindsight.ingest.landing.Share;
import java.io.IOException;
import javax.sql.DataSource;
import org.springframework.boot.builder.SpringApplicationBuilder;

/** The database of a lake's job repository and delivery log. */
public sealed interface JobDatabase permits EmbeddedDatabase, PostgresDatabase {

  /** The embedded one beside the lake. */
  static JobDatabase beside(Lake lake) {
    return new EmbeddedDatabase(lake);
  }

  Lake lake();

  /**
   * Takes it for a run and sees to it that it can be used. Whoever takes it holds the lake, too.
   *
   * @param holder who takes it, in words, for whoever comes second
   * @throws LakeHeldException when another run has it
   * @throws JobRepositoryException when it cannot be reached
   * @throws UnusableRepositoryException when it is not what the configuration says
   */
  JobHold take(String holder) throws IOException;

  /** Whether its lock tells processes of several machines apart. */
  boolean isForSeveralMachines();

  /**
   * Takes it for a share of an ingest, beside other shares. Whoever takes it holds that share of
   * the lake, too.
   *
   * @throws LakeHeldException when another run has it, or the share, or shares of another number
   *     run
   */
  JobHold takeShare(Share share, String holder) throws IOException;

  /** Has Spring Batch use it. */
  void configure(SpringApplicationBuilder application);

  /** Whether it can be read while a run has it. */
  boolean isReadableMeanwhile();

  /** Whether anything ever ran. */
  boolean isThere() throws IOException;

  /** To look at what is there. */
  DataSource dataSource();

  /** What it means to an operator that Spring Batch cannot open it. */
  RuntimeException cannotOpen(RuntimeException failure);

  /** What a failure of a run means to an operator, if the database is its cause. */
  RuntimeException explained(RuntimeException failure);
}
