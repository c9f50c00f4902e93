package dev.hindsight.nightly.benchmark;

import com.jerolba.carpet.CarpetReader;
import com.jerolba.carpet.FieldMatchingStrategy;
import dev.hindsight.datasets.lake.Lake;
import dev.hindsight.datasets.lake.Versions;
import dev.hindsight.datasets.landed.ReportFrequency;
import dev.hindsight.datasets.marts.SellerReport;
import dev.hindsight.nightly.ReportLake;
import dev.hindsight.nightly.SomeRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Times the writing of reports to the outbox, and their sending to a local mail server: {@code
 * ReportBenchmark FOLDER REPORTS}. The reports are the sample's, each many times over under other
 * ids. It fails when reports are missing, never for slowness.
 */
final class ReportBenchmark {
  private static final Path LAUNCHER =
      Path.of(System.getProperty("hindsight.distribution", "target/hindsight"), "bin", "hindsight")
          .toAbsolutePath();

  private final Path folder;
  private final int reports;

  private ReportBenchmark(Path folder, int reports) {
    this.folder = folder;
    this.reports = reports;
  }

  public static void main(String[] arguments) throws Exception {
    new ReportBenchmark(Path.of(arguments[0]).toAbsolutePath(), Integer.parseInt(arguments[1]))
        .run(Path.of(arguments[2]).toAbsolutePath());
  }

  private void run(Path landing) throws Exception {
    Path sample = Files.createDirectories(folder.resolve("sample"));
    Path lake = sample.resolve("lake");
    if (!Files.exists(lake)) {
      measured(
          "night", List.of("nightly", "--landing", landing.toString(), "--lake", lake.toString()));
    }
    Path many = Files.createTempDirectory(folder, "many");
    ReportLake.of(many, multiplied(new Lake(lake)));
    List<String> report = List.of("report", "--lake", many.resolve("lake").toString());

    MeasuredRun written = measured("outbox", report);
    requireWritten(many.resolve("outbox"));
    print("written to the outbox", written);
    try (SmtpSink sink = new SmtpSink()) {
      MeasuredRun sent = measured("smtp", sending(report, sink));
      if (sink.messageCount() != reports) {
        throw new IllegalStateException("%d reports were sent".formatted(sink.messageCount()));
      }
      print("sent by SMTP", sent);
    }
  }

  private static List<String> sending(List<String> report, SmtpSink sink) {
    List<String> words = new ArrayList<>(report);
    words.addAll(
        List.of(
            "--deliver",
            "smtp",
            "--smtp-host",
            "localhost",
            "--smtp-port",
            "" + sink.port(),
            "--smtp-security",
            "none",
            "--smtp-rate",
            "10000",
            "--smtp-connections",
            "4"));
    return words;
  }

  private void print(String what, MeasuredRun run) {
    System.out.printf(
        "| %,d reports %s | %.1f s | %.0f a second | %.0f MB |%n",
        reports, what, run.seconds(), reports / run.seconds(), run.peakMegabytes());
  }

  private MeasuredRun measured(String name, List<String> words)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(LAUNCHER.toString()));
    command.addAll(words);
    return MeasuredRun.of(
        new Contender("hindsight " + name, command, folder, ""), folder.resolve(name + ".log"));
  }

  private List<SellerReport> multiplied(Lake lake) throws IOException {
    Path mart =
        lake.version(new Versions(lake).current().orElseThrow())
            .resolve(SellerReport.CONTRACT.name());
    List<SellerReport> rows = new ArrayList<>();
    try (Stream<Path> parts = Files.list(mart)) {
      for (Path part : parts.sorted().toList()) {
        rows.addAll(
            new CarpetReader<>(part.toFile(), SellerReport.class)
                .withFieldMatchingStrategy(FieldMatchingStrategy.SNAKE_CASE)
                .toList());
      }
    }
    List<SellerReport> many = new ArrayList<>();
    for (int number = 0; number < reports; number++) {
      String id = "s-%06d".formatted(number);
      many.add(
          SomeRecord.like(
              rows.get(number % rows.size()),
              SellerReport.class,
              Map.of(
                  "sellerId",
                  id,
                  "email",
                  id + "@seller.test",
                  "reportFrequency",
                  ReportFrequency.WEEKLY)));
    }
    return many;
  }

  private void requireWritten(Path outbox) throws IOException {
    try (Stream<Path> files = Files.walk(outbox)) {
      long messages = files.filter(file -> file.toString().endsWith(".eml")).count();
      if (messages != reports) {
        throw new IllegalStateException("%d reports were written".formatted(messages));
      }
    }
  }
}
