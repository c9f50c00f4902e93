package dev.hindsight.sample;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVPrinter;

/** The files of a sample: what they are called, and what one row of each looks like. */
final class LandingFolder {
  static final String CURRENCY = "EUR";
  static final String TRANSACTIONS = "transactions";
  static final String DISPUTE_EVENTS = "dispute-events";
  static final String SELLERS = "sellers.csv";
  static final String ANSWER_KEY = "answer-key.csv";

  private static final List<String> SELLER_HEADER =
      List.of("seller_id", "name", "email", "locale", "time_zone", "reports");
  private static final List<String> ANSWER_HEADER =
      List.of(
          "seller_id", "cause", "multiplier", "driver_dimension", "driver_value", "driver_share");

  private final Path output;
  private final Path landing;

  private LandingFolder(Path output) {
    this.output = output;
    this.landing = output.resolve("landing");
  }

  /** The landing folder in an output folder; what another request left there is refused. */
  static LandingFolder in(Path output, SampleRequest request) throws IOException {
    LandingFolder folder = new LandingFolder(output);
    Files.createDirectories(folder.landing);
    folder.refuseOthersThan(filesOf(request));
    return folder;
  }

  Path path() {
    return landing;
  }

  Path answerKey() {
    return output.resolve(ANSWER_KEY);
  }

  void writeSellers(List<Seller> sellers) throws IOException {
    try (CSVPrinter printer = MonthlyCsv.open(landing.resolve(SELLERS), SELLER_HEADER)) {
      for (Seller seller : sellers) {
        Seller.Profile profile = seller.profile();
        printer.printRecord(
            seller.id(),
            profile.name(),
            profile.email(),
            profile.locale(),
            profile.timeZone(),
            profile.reports());
      }
    }
  }

  void writeAnswers(List<Seller> sellers) throws IOException {
    try (CSVPrinter printer = MonthlyCsv.open(answerKey(), ANSWER_HEADER)) {
      for (Seller seller : sellers) {
        PlantedProblem problem = seller.problem();
        if (problem != null) {
          Driver driver = problem.driver();
          printer.printRecord(
              seller.id(),
              problem.cause(),
              problem.multiplier(),
              driver.dimension().code(),
              driver.value(),
              driver.excessShare());
        }
      }
    }
  }

  static String amount(long cents) {
    return BigDecimal.valueOf(cents, 2).toPlainString();
  }

  private static Set<String> filesOf(SampleRequest request) {
    Set<String> names = new HashSet<>(Set.of(SELLERS));
    request
        .eachDay()
        .map(YearMonth::from)
        .distinct()
        .forEach(
            month -> {
              names.add(MonthlyCsv.fileName(TRANSACTIONS, month));
              names.add(MonthlyCsv.fileName(DISPUTE_EVENTS, month));
            });
    return names;
  }

  private void refuseOthersThan(Set<String> names) throws IOException {
    try (Stream<Path> files = Files.list(landing)) {
      Path other =
          files
              .filter(file -> !names.contains(file.getFileName().toString()))
              .sorted()
              .findFirst()
              .orElse(null);
      if (other != null) {
        throw new FileAlreadyExistsException(
            other.toString(), null, "is not of this sample; choose an empty folder");
      }
    }
  }
}
