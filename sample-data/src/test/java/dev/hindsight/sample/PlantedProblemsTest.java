package dev.hindsight.sample;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Counts in a market of 300 sellers: what was planted is there, nothing else is. */
class PlantedProblemsTest {
  private static final MarketConditions TRIPLED =
      new MarketConditions(1, 3, 3, Double.POSITIVE_INFINITY);

  private static List<CSVRecord> openings = List.of();
  private static Map<String, CSVRecord> transactions = Map.of();
  private static Map<String, CSVRecord> problems = Map.of();
  private static Map<String, Integer> disputed = Map.of();

  @BeforeAll
  static void generateMarket(@TempDir Path folder) throws IOException {
    SampleRequest request = new SampleRequest(300, 120, 5, LocalDate.of(2026, 6, 30));
    SampleMarketplace.writeTo(folder, request, TRIPLED);
    WrittenSample sample = new WrittenSample(folder);
    openings = sample.opened();
    transactions = byId(sample.transactions(), "transaction_id");
    problems = byId(sample.answers(), "seller_id");
    disputed = disputedOrders();
  }

  @Test
  void everySellerLargeEnoughIsPlantedWithTheMultiplierAskedFor() {
    assertThat(problems).hasSizeGreaterThan(20);
    assertThat(problems.values())
        .allSatisfy(row -> assertThat(row.get("multiplier")).isEqualTo("3.0"));
  }

  /**
   * Over all planted sellers together there are thousands of such disputes, so that 8 % is far
   * outside of chance; prices and categories of the sellers average out.
   */
  @Test
  void theMultiplierShowsInTheRates() {
    double planted = 0;
    double ordinary = 0;
    for (Cause cause : Cause.values()) {
      Rate elsewhere = new Rate();
      Map<String, Rate> here = ratesOfPlanted(cause, elsewhere);
      for (Rate rate : here.values()) {
        planted += rate.disputes;
        ordinary += rate.lines * elsewhere.disputes / elsewhere.lines;
      }
    }

    assertThat(planted).isGreaterThan(1_000);
    assertThat(planted / ordinary).isCloseTo(3, within(0.3));
  }

  @Test
  void aDriverThatCarriesAllHasMostOfTheDisputes() {
    List<CSVRecord> driven =
        problems.values().stream().filter(row -> row.get("driver_share").equals("1.0")).toList();

    double inDriver = 0;
    double all = 0;
    for (CSVRecord problem : driven) {
      for (CSVRecord opened : disputesOf(problem)) {
        CSVRecord transaction = transactionOf(opened);
        all++;
        String column = problem.get("driver_dimension");
        inDriver += transaction.get(column).equals(problem.get("driver_value")) ? 1 : 0;
      }
    }

    // Two thirds of a tripled count are excess; the driver has its ordinary share besides.
    assertThat(driven).hasSizeGreaterThan(8);
    assertThat(inDriver / all).isBetween(0.67, 0.85);
  }

  @Test
  void marketsWithoutProblemsHaveAnEmptyKey(@TempDir Path quiet) throws IOException {
    SampleRequest request = new SampleRequest(64, 90, 5, LocalDate.of(2026, 6, 30));

    SampleMarketplace.writeTo(quiet, request, MarketConditions.USUAL.withoutProblems());

    assertThat(new WrittenSample(quiet).answers()).isEmpty();
  }

  private static Map<String, Rate> ratesOfPlanted(Cause cause, Rate elsewhere) {
    Map<String, Rate> planted = new HashMap<>();
    for (CSVRecord transaction : transactions.values()) {
      String seller = transaction.get("seller_id");
      CSVRecord problem = problems.get(seller);
      boolean isPlanted = problem != null && problem.get("cause").equals(cause.name());
      Rate rate = isPlanted ? planted.computeIfAbsent(seller, id -> new Rate()) : elsewhere;
      rate.lines++;
      rate.disputes += disputed.getOrDefault(transaction.get("transaction_id") + cause, 0);
    }
    return planted;
  }

  private static List<CSVRecord> disputesOf(CSVRecord problem) {
    return openings.stream()
        .filter(row -> row.get("seller_id").equals(problem.get("seller_id")))
        .filter(row -> row.get("cause").equals(problem.get("cause")))
        .toList();
  }

  /** The first disputed line of each order and cause: lines of one order are not independent. */
  private static Map<String, Integer> disputedOrders() {
    Set<String> orders = new HashSet<>();
    Map<String, Integer> firstLines = new HashMap<>();
    for (CSVRecord opened : openings) {
      String transaction = opened.get("transaction_id");
      String cause = opened.get("cause");
      if (orders.add(transactionOf(opened).get("order_id") + cause)) {
        firstLines.put(transaction + cause, 1);
      }
    }
    return firstLines;
  }

  private static CSVRecord transactionOf(CSVRecord opened) {
    return Objects.requireNonNull(transactions.get(opened.get("transaction_id")));
  }

  private static Map<String, CSVRecord> byId(List<CSVRecord> rows, String column) {
    return rows.stream().collect(toMap(row -> row.get(column), Function.identity()));
  }

  private static final class Rate {
    private double lines;
    private double disputes;
  }
}
