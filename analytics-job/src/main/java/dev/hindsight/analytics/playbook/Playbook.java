package dev.hindsight.analytics.playbook;

import static dev.hindsight.datasets.marts.Recommendation.ACTION;
import static dev.hindsight.datasets.marts.Recommendation.CAUSE;
import static dev.hindsight.datasets.marts.Recommendation.DIMENSION;
import static dev.hindsight.datasets.marts.Recommendation.EVIDENCE;
import static dev.hindsight.datasets.marts.Recommendation.SOURCE;

import dev.hindsight.datasets.marts.DriverDimension;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/** What helps against a cause, by what carries the excess; the data file {@code playbook.csv}. */
public record Playbook(List<Play> plays) {
  private static final StructType SCHEMA =
      new StructType(
          Stream.of(CAUSE, DIMENSION, ACTION, EVIDENCE, SOURCE)
              .map(field -> DataTypes.createStructField(field.name(), DataTypes.StringType, true))
              .toArray(StructField[]::new));

  /**
   * @param dimension of the driver that it is for; absent for what helps whatever the driver
   */
  public record Play(
      String cause,
      @Nullable DriverDimension dimension,
      String advice,
      String evidence,
      String source) {}

  public Playbook {
    plays = List.copyOf(plays);
  }

  /** The playbook that comes with the program. */
  public static Playbook bundled() {
    try (InputStream file =
            Objects.requireNonNull(Playbook.class.getResourceAsStream("playbook.csv"));
        Reader text = new InputStreamReader(file, StandardCharsets.UTF_8)) {
      CSVFormat format =
          CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).setNullString("").get();
      return new Playbook(format.parse(text).stream().map(Playbook::play).toList());
    } catch (IOException e) {
      throw new UncheckedIOException("The bundled playbook.csv cannot be read", e);
    }
  }

  private static Play play(CSVRecord line) {
    String dimension = line.get("dimension");
    return new Play(
        line.get("cause"),
        dimension == null ? null : DriverDimension.valueOf(dimension),
        line.get("advice"),
        line.get("evidence"),
        line.get("source"));
  }

  /** One row per play: {@code cause, dimension, action, evidence, source}. */
  public Dataset<Row> rows(SparkSession spark) {
    List<Row> rows =
        plays.stream()
            .map(
                play ->
                    RowFactory.create(
                        play.cause,
                        play.dimension == null ? null : play.dimension.name(),
                        play.advice,
                        play.evidence,
                        play.source))
            .toList();
    return spark.createDataFrame(rows, SCHEMA);
  }
}
