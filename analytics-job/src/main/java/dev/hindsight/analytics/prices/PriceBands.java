package dev.hindsight.analytics.prices;

import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.apache.commons.csv.CSVFormat;
import org.apache.spark.sql.Column;

/**
 * Bands of what was paid for an order line, between fixed edges in one currency. A line without an
 * amount, or with one in another currency, is in a band of its own.
 *
 * @param edges ascending; a band has its lower edge, not its upper one
 * @param currency ISO-4217 code of the edges
 */
public record PriceBands(List<BigDecimal> edges, String currency) {
  /** The band of lines of which the price in the currency is not known. */
  public static final String UNKNOWN = "unknown";

  public PriceBands {
    edges = List.copyOf(edges);
    for (int i = 1; i < edges.size(); i++) {
      if (edges.get(i).compareTo(edges.get(i - 1)) <= 0) {
        throw new IllegalArgumentException("Price edges must ascend; these do not: " + edges);
      }
    }
  }

  /** The edges that come with the program, {@code price-edges.csv}, taken in that currency. */
  public static PriceBands bundled(String currency) {
    try (InputStream file =
            Objects.requireNonNull(PriceBands.class.getResourceAsStream("price-edges.csv"));
        Reader text = new InputStreamReader(file, StandardCharsets.UTF_8)) {
      CSVFormat format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
      List<BigDecimal> edges =
          format.parse(text).stream().map(line -> new BigDecimal(line.get("edge"))).toList();
      return new PriceBands(edges, currency);
    } catch (IOException e) {
      throw new UncheckedIOException("The bundled price-edges.csv cannot be read", e);
    }
  }

  /** The band of an amount, such as {@code 10 to 25}. */
  public Column of(Column amount, Column currencyOfAmount) {
    Column band = lit(name(edges.size()));
    for (int i = edges.size() - 1; i >= 0; i--) {
      band = when(amount.lt(lit(edges.get(i))), lit(name(i))).otherwise(band);
    }
    Column isKnown = amount.isNotNull().and(currencyOfAmount.equalTo(lit(currency)));
    return when(isKnown, band).otherwise(lit(UNKNOWN));
  }

  /** The band below the edge of that number; behind the last the one that has no upper edge. */
  private String name(int number) {
    if (number == edges.size()) {
      return edges.isEmpty() ? "any" : edges.get(number - 1).toPlainString() + " or more";
    }
    String upper = edges.get(number).toPlainString();
    return number == 0
        ? "under " + upper
        : "%s to %s".formatted(edges.get(number - 1).toPlainString(), upper);
  }
}
