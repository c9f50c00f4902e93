package dev.hindsight.ingest.landing;

import dev.hindsight.datasets.contract.Contract;
import dev.hindsight.datasets.landed.DisputeEvent;
import dev.hindsight.datasets.landed.Seller;
import dev.hindsight.datasets.landed.Transaction;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** A kind of file that can be landed, known by how its name begins. */
public enum Feed {
  TRANSACTIONS("transactions", Transaction.CONTRACT),
  DISPUTE_EVENTS("dispute-events", DisputeEvent.CONTRACT),
  SELLERS("sellers", Seller.CONTRACT);

  private static final List<String> SUFFIXES = List.of(".csv", ".csv.gz");

  private final String prefix;
  private final Contract<?> contract;

  Feed(String prefix, Contract<?> contract) {
    this.prefix = prefix;
    this.contract = contract;
  }

  /** The feed of a file of that name. */
  public static Optional<Feed> ofFile(String fileName) {
    boolean isCsv = SUFFIXES.stream().anyMatch(fileName::endsWith);
    return Arrays.stream(values())
        .filter(feed -> isCsv && fileName.startsWith(feed.prefix))
        .findFirst();
  }

  /** The feed whose rows are that dataset's. */
  public static Feed ofDataset(String dataset) {
    return Arrays.stream(values())
        .filter(feed -> feed.dataset().equals(dataset))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("No feed lands " + dataset));
  }

  /** The names that feeds' files have, in words. */
  public static String fileNames() {
    return Arrays.stream(values())
        .map(feed -> feed.prefix + "*.csv")
        .collect(Collectors.joining(", ", "", " (or .csv.gz)"));
  }

  public String dataset() {
    return contract.name();
  }
}
