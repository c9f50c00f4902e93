package dev.hindsight.analytics.taxonomy;

import static dev.hindsight.analytics.dataset.Columns.scratch;

import dev.hindsight.datasets.contract.Field;
import dev.hindsight.datasets.marts.AccountableParty;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/** The causes that are known, from the data file {@code causes.csv}. */
public record Taxonomy(List<Cause> causes) {
  /** What a code becomes that the taxonomy does not know. */
  public static final String UNMAPPED = "UNMAPPED";

  public static final Field CAUSE = scratch("cause");
  public static final Field LABEL = scratch("label");
  public static final Field FAMILY = scratch("family");
  public static final Field ACCOUNTABLE_WHEN_SELLER_FULFILS =
      scratch("accountable_when_seller_fulfils");
  public static final Field ACCOUNTABLE_WHEN_MARKETPLACE_FULFILS =
      scratch("accountable_when_marketplace_fulfils");
  public static final Field ADVICE = scratch("advice");

  private static final StructType SCHEMA =
      new StructType(
          List.of(
                  CAUSE,
                  LABEL,
                  FAMILY,
                  ACCOUNTABLE_WHEN_SELLER_FULFILS,
                  ACCOUNTABLE_WHEN_MARKETPLACE_FULFILS,
                  ADVICE)
              .stream()
              .map(field -> DataTypes.createStructField(field.name(), DataTypes.StringType, true))
              .toArray(StructField[]::new));

  /** The causes that belong to one of these families. */
  public List<String> causesOf(Set<String> families) {
    return causes.stream()
        .filter(cause -> families.contains(cause.family()))
        .map(Cause::code)
        .toList();
  }

  /** The causes that a party answers for where the seller stores and ships. */
  public List<String> causesWhereSellersFulfil(AccountableParty party) {
    return causes.stream()
        .filter(cause -> cause.accountableWhenSellerFulfils() == party)
        .map(Cause::code)
        .toList();
  }

  /** The taxonomy that comes with the program. */
  public static Taxonomy bundled() {
    try (InputStream file =
            Objects.requireNonNull(Taxonomy.class.getResourceAsStream("causes.csv"));
        Reader text = new InputStreamReader(file, StandardCharsets.UTF_8)) {
      CSVFormat format =
          CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).setNullString("").get();
      return new Taxonomy(format.parse(text).stream().map(Taxonomy::cause).toList());
    } catch (IOException e) {
      throw new UncheckedIOException("The bundled causes.csv cannot be read", e);
    }
  }

  /** One row per cause, with this class's columns. */
  public Dataset<Row> rows(SparkSession spark) {
    return spark.createDataFrame(causes.stream().map(Taxonomy::row).toList(), SCHEMA);
  }

  private static Cause cause(CSVRecord line) {
    return new Cause(
        line.get(CAUSE.name()),
        line.get(LABEL.name()),
        line.get(FAMILY.name()),
        AccountableParty.valueOf(line.get(ACCOUNTABLE_WHEN_SELLER_FULFILS.name())),
        AccountableParty.valueOf(line.get(ACCOUNTABLE_WHEN_MARKETPLACE_FULFILS.name())),
        line.get(ADVICE.name()));
  }

  private static Row row(Cause cause) {
    return RowFactory.create(
        cause.code(),
        cause.label(),
        cause.family(),
        cause.accountableWhenSellerFulfils().name(),
        cause.accountableWhenMarketplaceFulfils().name(),
        cause.advice());
  }
}
