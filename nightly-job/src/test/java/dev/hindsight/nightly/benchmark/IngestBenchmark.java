package dev.hindsight.nightly.benchmark;

import dev.hindsight.datasets.lake.DurableFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Times the ingest beside DuckDB and Spark, by turns, on one generated log: {@code IngestBenchmark
 * FOLDER ROWS ROUNDS}. It fails when one of them fails or writes other rows, never for slowness.
 */
final class IngestBenchmark {
  private final Path folder;
  private final GeneratedLog log;
  private final Map<String, List<MeasuredRun>> runs = new LinkedHashMap<>();
  private final Map<WrittenRows, String> written = new LinkedHashMap<>();

  private IngestBenchmark(Path folder, GeneratedLog log) {
    this.folder = folder;
    this.log = log;
  }

  public static void main(String[] arguments)
      throws IOException, InterruptedException, SQLException {
    Path folder = Path.of(arguments[0]).toAbsolutePath();
    long rows = Long.parseLong(arguments[1]);
    GeneratedLog log = GeneratedLog.write(folder.resolve("landing/transactions.csv"), rows);
    new IngestBenchmark(folder, log).run(Integer.parseInt(arguments[2]));
  }

  private void run(int rounds) throws IOException, InterruptedException, SQLException {
    List<Contender> turns = new ArrayList<>(new Contenders(folder, log.file()).all());
    turns.forEach(contender -> runs.put(contender.name(), new ArrayList<>()));
    for (int round = 1; round <= rounds; round++) {
      for (Contender contender : turns) {
        MeasuredRun run = measured(contender);
        runs.getOrDefault(contender.name(), List.of()).add(run);
        System.out.printf("Round %d: %s: %.1f s%n", round, contender.name(), run.seconds());
      }
      Collections.rotate(turns, -1);
    }
    System.out.println();
    System.out.print(new BenchmarkTable(log.rows(), Files.size(log.file()), runs).markdown());
  }

  private MeasuredRun measured(Contender contender)
      throws IOException, InterruptedException, SQLException {
    DurableFiles.deleteTree(contender.output());
    Files.createDirectories(contender.output());
    try {
      MeasuredRun run = MeasuredRun.of(contender, folder.resolve(contender.name() + ".log"));
      requireAllRows(contender);
      return run;
    } finally {
      DurableFiles.deleteTree(contender.output());
    }
  }

  private void requireAllRows(Contender contender) throws SQLException {
    WrittenRows rows = WrittenRows.of(contender);
    written.putIfAbsent(rows, contender.name());
    if (rows.count() != log.rows() || written.size() > 1) {
      throw new IllegalStateException(
          "%s wrote other rows than the %d of the log: %s"
              .formatted(contender.name(), log.rows(), written));
    }
  }
}
