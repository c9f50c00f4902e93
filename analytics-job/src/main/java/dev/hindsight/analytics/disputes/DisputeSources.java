package dev.hindsight.analytics.disputes;

import static dev.hindsight.analytics.dataset.Columns.with;
import static org.apache.spark.sql.functions.lit;

import dev.hindsight.analytics.dataset.SparkTypes;
import dev.hindsight.analytics.taxonomy.Taxonomy;
import dev.hindsight.datasets.Program;
import dev.hindsight.datasets.marts.Dispute;
import java.time.LocalDate;
import java.time.ZoneId;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What the disputes of a version are made of: either everything, or what has touched some of them
 * since an earlier version, beside the rows of that version for the others.
 *
 * @param events latest row of each event of the disputes that are made
 * @param orderLines those among which theirs are
 * @param adjustments latest row of each dispute
 * @param standing the disputes of an earlier version that nothing has touched since; columns of
 *     {@link Dispute}
 */
public record DisputeSources(
    Dataset<Row> events,
    Dataset<Row> orderLines,
    Dataset<Row> adjustments,
    Dataset<Row> taxonomy,
    Dataset<Row> standing) {

  /** What a dispute's row depends on beside what has landed. */
  public static String definition(ZoneId zone) {
    return "%s, %s, %s"
        .formatted(
            Program.VERSION,
            zone,
            DigestUtils.sha256Hex(
                Taxonomy.bundled() + SparkTypes.schemaOf(Dispute.CONTRACT).simpleString()));
  }

  /** The disputes that are made, in their states as of some dates. */
  public Dataset<Row> states(Disputes asOf) {
    return asOf.from(events, orderLines, adjustments, taxonomy);
  }

  /** The others, as of a date. */
  public Dataset<Row> standing(LocalDate asOfDate) {
    return with(standing, Dispute.AS_OF_DATE, lit(asOfDate));
  }
}
