package dev.hindsight.ingest.feeds;

import dev.hindsight.datasets.contract.Contract;
import dev.hindsight.datasets.landed.Adjustment;
import dev.hindsight.datasets.landed.Bounce;
import dev.hindsight.datasets.landed.DisputeEvent;
import dev.hindsight.datasets.landed.Seller;
import dev.hindsight.datasets.landed.Transaction;
import dev.hindsight.datasets.landed.Unsubscribe;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** A kind of log that can be landed; in the canonical format known by how its name begins. */
public enum Feed {
  TRANSACTIONS(
      "transactions",
      Transaction.CONTRACT,
      new FeedColumns(
          List.of(
              "transaction_id",
              "order_id",
              "seller_id",
              "category",
              "amount",
              "currency",
              "ordered_at"),
          List.of(),
          List.of(
              "buyer_id",
              "sku",
              "quantity",
              "promised_by",
              "shipped_at",
              "delivered_at",
              "carrier",
              "service_level",
              "ship_region",
              "fulfilled_by"))),
  DISPUTE_EVENTS(
      "dispute-events",
      DisputeEvent.CONTRACT,
      new FeedColumns(
          List.of("event_id", "dispute_id", "seller_id", "event_type", "occurred_at"),
          List.of(),
          List.of(
              "transaction_id", "actor", "cause", "amount", "currency", "outcome", "category"))),
  SELLERS(
      "sellers",
      Seller.CONTRACT,
      new FeedColumns(
          List.of("seller_id"),
          List.of("name", "email", "locale", "time_zone"),
          List.of("reports", "valid_from"))),
  ADJUSTMENTS(
      "adjustments",
      Adjustment.CONTRACT,
      new FeedColumns(List.of("dispute_id", "reason", "decided_at"), List.of(), List.of())),
  UNSUBSCRIBES(
      "unsubscribes",
      Unsubscribe.CONTRACT,
      new FeedColumns(
          List.of("seller_id", "unsubscribed_at"), List.of(), List.of("resubscribed_at", "email"))),
  BOUNCES(
      "bounces",
      Bounce.CONTRACT,
      new FeedColumns(
          List.of("email", "status", "bounced_at"), List.of(), List.of("seller_id", "reason")));

  private static final List<String> SUFFIXES = List.of(".csv", ".csv.gz", ".csv.zip", ".zip");

  private final String prefix;
  private final Contract<?> contract;
  private final FeedColumns columns;

  Feed(String prefix, Contract<?> contract, FeedColumns columns) {
    this.prefix = prefix;
    this.contract = contract;
    this.columns = columns;
  }

  /** The feed of a canonical file of that name. */
  public static Optional<Feed> ofFile(String fileName) {
    boolean isCsv = SUFFIXES.stream().anyMatch(fileName::endsWith);
    return Arrays.stream(values())
        .filter(feed -> isCsv && fileName.startsWith(feed.prefix))
        .findFirst();
  }

  /** The feed of that canonical name, such as {@code dispute-events}. */
  public static Optional<Feed> named(String name) {
    return Arrays.stream(values()).filter(feed -> feed.prefix.equals(name)).findFirst();
  }

  /** The names that feeds' files have, in words. */
  public static String fileNames() {
    return Arrays.stream(values())
        .map(feed -> feed.prefix + "*.csv")
        .collect(Collectors.joining(", ", "", " (or .csv.gz, .zip)"));
  }

  /** What files of the feed are called, such as {@code dispute-events}. */
  public String prefix() {
    return prefix;
  }

  public String dataset() {
    return contract.name();
  }

  public Contract<?> contract() {
    return contract;
  }

  public FeedColumns columns() {
    return columns;
  }
}
