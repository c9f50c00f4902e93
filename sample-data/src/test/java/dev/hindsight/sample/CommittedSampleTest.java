package dev.hindsight.sample;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommittedSampleTest {
  private static final Path COMMITTED = Path.of("");
  private static final Instant END = Instant.parse("2026-07-01T00:00:00Z");
  private static final WrittenSample SAMPLE = new WrittenSample(COMMITTED);

  @Test
  void isWhatTheGeneratorMakesToday(@TempDir Path folder) throws IOException {
    SampleSummary summary = SampleMarketplace.writeTo(folder, SampleRequest.COMMITTED);

    assertThat(COMMITTED.resolve("answer-key.csv")).hasSameBinaryContentAs(summary.answerKey());
    List<Path> made = new WrittenSample(folder).landedFiles("");
    assertThat(SAMPLE.landedFiles("")).hasSameSizeAs(made);
    for (Path file : made) {
      Path committed = COMMITTED.resolve("landing").resolve(file.getFileName());
      assertThat(committed).hasSameBinaryContentAs(file);
    }
  }

  @Test
  void isSmallButSaysSomething() throws IOException {
    long bytes = 0;
    for (Path file : SAMPLE.landedFiles("")) {
      bytes += Files.size(file);
    }
    long transactionCount = SAMPLE.transactions().size();

    assertThat(bytes).isLessThan(6_500_000);
    assertThat(SAMPLE.sellers()).hasSize(64);
    assertThat(transactionCount).isBetween(30_000L, 35_000L);
    assertThat((double) SAMPLE.opened().size() / transactionCount).isBetween(0.04, 0.05);
  }

  @Test
  void everyFileHasItsRequiredColumns() {
    assertThat(SAMPLE.transactions())
        .allSatisfy(
            row ->
                assertPresent(
                    row,
                    "transaction_id",
                    "order_id",
                    "seller_id",
                    "category",
                    "amount",
                    "currency",
                    "ordered_at"));
    assertThat(SAMPLE.events())
        .allSatisfy(
            row ->
                assertPresent(
                    row, "event_id", "dispute_id", "seller_id", "event_type", "occurred_at"));
    assertThat(SAMPLE.sellers())
        .allSatisfy(row -> assertPresent(row, "seller_id", "name", "locale", "time_zone"));
  }

  @Test
  void idsAreUnique() {
    assertThat(SAMPLE.transactions())
        .extracting(row -> row.get("transaction_id"))
        .doesNotHaveDuplicates();
    assertThat(SAMPLE.events()).extracting(row -> row.get("event_id")).doesNotHaveDuplicates();
    assertThat(SAMPLE.sellers()).extracting(row -> row.get("seller_id")).doesNotHaveDuplicates();
    assertThat(SAMPLE.sellers()).extracting(row -> row.get("name")).doesNotHaveDuplicates();
  }

  @Test
  void rowsAreInTimeOrderInTheFileOfTheirMonth() {
    for (Path file : SAMPLE.landedFiles("transactions-")) {
      assertOrdered(file, "ordered_at");
    }
    for (Path file : SAMPLE.landedFiles("dispute-events-")) {
      assertOrdered(file, "occurred_at");
    }
  }

  @Test
  void parcelsLeaveAfterTheOrderAndArriveAfterTheyLeft() {
    assertThat(SAMPLE.transactions())
        .allSatisfy(
            row -> {
              Instant orderedAt = at(row, "ordered_at");
              Instant shippedAt = row.get("shipped_at").isEmpty() ? END : at(row, "shipped_at");
              boolean delivered = !row.get("delivered_at").isEmpty();
              assertThat(at(row, "promised_by")).isAfter(orderedAt);
              assertThat(shippedAt).isAfter(orderedAt).isBeforeOrEqualTo(END);
              if (delivered) {
                assertThat(at(row, "delivered_at")).isAfter(shippedAt).isBefore(END);
              }
            });
  }

  @Test
  void everyEventBelongsToATransactionOrderedBeforeIt() {
    Map<String, CSVRecord> transactions =
        SAMPLE.transactions().stream()
            .collect(toMap(row -> row.get("transaction_id"), Function.identity()));

    assertThat(SAMPLE.events())
        .allSatisfy(
            event -> {
              CSVRecord transaction = transactions.get(event.get("transaction_id"));
              assertThat(transaction).isNotNull();
              assertThat(transaction.get("seller_id")).isEqualTo(event.get("seller_id"));
              assertThat(at(transaction, "ordered_at")).isBefore(at(event, "occurred_at"));
            });
  }

  @Test
  void noTransactionIsDisputedTwice() {
    assertThat(SAMPLE.opened())
        .extracting(row -> row.get("transaction_id"))
        .doesNotHaveDuplicates();
  }

  @Test
  void stepsFollowOnTheStepsTheyNeed() {
    Map<String, Set<String>> seen = new HashMap<>();
    for (CSVRecord event : SAMPLE.events()) {
      Set<String> before = seen.computeIfAbsent(event.get("dispute_id"), id -> new HashSet<>());
      assertThat(before).as("before %s", event).containsAll(needed(event.get("event_type")));
      before.add(event.get("event_type"));
    }
  }

  @Test
  void everyTypeOfEventAndEveryOutcomeHappens() {
    assertThat(SAMPLE.events())
        .extracting(row -> row.get("event_type"))
        .contains(Stream.of(DisputeEvent.Step.values()).map(Enum::name).toArray(String[]::new));
    assertThat(SAMPLE.events())
        .extracting(row -> row.get("outcome"))
        .contains(Stream.of(DisputeEvent.Outcome.values()).map(Enum::name).toArray(String[]::new));
  }

  @Test
  void openingsTellCauseAndAmountAndDecisionsTheirOutcome() {
    for (CSVRecord event : SAMPLE.events()) {
      boolean opens = event.get("event_type").equals("OPENED");
      boolean decides = event.get("event_type").equals("DECIDED");
      assertThat(event.get("cause").isEmpty()).isEqualTo(!opens);
      assertThat(event.get("outcome").isEmpty()).isEqualTo(!decides);
      assertThat(event.get("currency").isEmpty()).isEqualTo(event.get("amount").isEmpty());
      if (opens) {
        assertThat(event.get("amount")).matches("\\d+\\.\\d\\d");
      }
    }
  }

  @Test
  void someSellersAreTinyNewStoppedOrWithoutAddress() {
    Map<String, Long> sizes =
        SAMPLE.transactions().stream().collect(groupingBy(row -> row.get("seller_id"), counting()));

    assertThat(sizes.values()).anyMatch(size -> size <= 10).anyMatch(size -> size >= 1_000);
    assertThat(sellersIn("2026-06")).isNotEqualTo(sellersIn("2026-01"));
    assertThat(SAMPLE.sellers().stream().filter(row -> row.get("email").isEmpty())).hasSize(3);
    assertThat(SAMPLE.sellers())
        .extracting(row -> row.get("email"))
        .allMatch(email -> email.isEmpty() || email.endsWith(".example"));
  }

  private static Set<String> sellersIn(String month) {
    return SAMPLE.landedFiles("transactions-" + month).stream()
        .flatMap(file -> WrittenSample.read(file).stream())
        .map(row -> row.get("seller_id"))
        .collect(toSet());
  }

  private static Set<String> needed(String type) {
    return switch (type) {
      case "OPENED" -> Set.of();
      case "REOPENED" -> Set.of("CLOSED");
      case "REVIEW_STARTED" -> Set.of("ESCALATED");
      case "EVIDENCE_REQUESTED", "DECIDED" -> Set.of("REVIEW_STARTED");
      case "EVIDENCE_SUBMITTED" -> Set.of("EVIDENCE_REQUESTED");
      case "APPEALED" -> Set.of("DECIDED");
      case "SELLER_OFFERED", "SELLER_RESOLVED" -> Set.of("SELLER_REPLIED");
      default -> Set.of("OPENED");
    };
  }

  private static void assertPresent(CSVRecord row, String... columns) {
    assertThat(columns).allSatisfy(column -> assertThat(row.get(column)).isNotEmpty());
  }

  private static void assertOrdered(Path file, String column) {
    String name = file.getFileName().toString();
    String month = name.substring(name.length() - "2026-01.csv".length(), name.length() - 4);
    assertThat(WrittenSample.read(file))
        .isNotEmpty()
        .isSortedAccordingTo((a, b) -> at(a, column).compareTo(at(b, column)))
        .allMatch(row -> row.get(column).startsWith(month));
  }

  private static Instant at(CSVRecord row, String column) {
    return Instant.parse(row.get(column));
  }
}
