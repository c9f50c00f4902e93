package dev.hindsight.ingest.forgotten;

import static java.util.stream.Collectors.toUnmodifiableSet;

import dev.hindsight.datasets.lake.Lake;
import dev.hindsight.ingest.feeds.Feed;
import dev.hindsight.ingest.manifests.ManifestJson;
import dev.hindsight.ingest.rows.FeedRow;
import dev.hindsight.ingest.rows.RowParser;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The buyers whom a lake has forgotten; its {@code _forgotten.json}, in snake_case.
 *
 * @param key of the hashes, in hexadecimal digits; empty while nobody is forgotten
 */
public record ForgottenBuyers(String key, List<ForgottenBuyer> buyers) {
  private static final ForgottenBuyers NOBODY = new ForgottenBuyers("", List.of());

  public ForgottenBuyers {
    buyers = List.copyOf(buyers);
  }

  public static ForgottenBuyers of(Lake lake) throws IOException {
    return Files.exists(lake.forgotten())
        ? ManifestJson.read(lake.forgotten(), ForgottenBuyers.class)
        : NOBODY;
  }

  /** Whom that id is of, if the lake has forgotten it. */
  public Optional<ForgottenBuyer> find(String buyerId) {
    if (buyers.isEmpty()) {
      return Optional.empty();
    }
    String hash = new BuyerHash(key).of(buyerId);
    return buyers.stream().filter(buyer -> buyer.hash().equals(hash)).findFirst();
  }

  /**
   * These and one more; of one that is among them, more of the files that had the id. Written by
   * whoever holds the lake.
   */
  public ForgottenBuyers with(String buyerId, Instant now, List<String> fileNames) {
    String sameKey = key.isEmpty() ? BuyerHash.newKey() : key;
    Optional<ForgottenBuyer> known = find(buyerId);
    Set<String> names = new TreeSet<>(fileNames);
    known.ifPresent(buyer -> names.addAll(buyer.fileNames()));
    List<ForgottenBuyer> all = new ArrayList<>(buyers);
    known.ifPresent(all::remove);
    all.add(
        new ForgottenBuyer(
            new BuyerHash(sameKey).of(buyerId),
            known.map(ForgottenBuyer::forgottenAt).orElse(now),
            List.copyOf(names)));
    return new ForgottenBuyers(sameKey, all);
  }

  public void writeTo(Lake lake) throws IOException {
    ManifestJson.writeForOwner(lake.forgotten(), this);
  }

  /**
   * A parser that takes rows of these buyers as if nobody had named the buyer: order lines count,
   * whoever ordered. Not safe for several threads.
   */
  public RowParser clearing(Feed feed, RowParser parser) {
    if (buyers.isEmpty() || feed != Feed.TRANSACTIONS) {
      return parser;
    }
    int column = feed.columns().place("buyer_id");
    BuyerHash hash = new BuyerHash(key);
    Set<String> hashes = buyers.stream().map(ForgottenBuyer::hash).collect(toUnmodifiableSet());
    return row -> parser.parse(cleared(row, column, hash, hashes));
  }

  private static FeedRow cleared(FeedRow row, int column, BuyerHash hash, Set<String> hashes) {
    String buyerId = row.cell(column);
    return buyerId != null && hashes.contains(hash.of(buyerId)) ? row.without(column) : row;
  }
}
