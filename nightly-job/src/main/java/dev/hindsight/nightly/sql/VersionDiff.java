package dev.hindsight.nightly.sql;

import dev.hindsight.datasets.contract.Contract;
import dev.hindsight.datasets.lake.Lake;
import dev.hindsight.datasets.lake.VersionName;
import dev.hindsight.datasets.marts.SellerCause;
import dev.hindsight.datasets.marts.SellerScorecard;
import java.io.IOException;

/**
 * What a version finds that another did not, or no longer: of each seller and cause that is flagged
 * in either, and of each seller whose rating is another, both versions' numbers. Who comes or goes
 * without enough data for a rating has none in either.
 */
public record VersionDiff(Lake lake, VersionName before, VersionName after) {
  private static final String ROWS =
      """
      WITH pairs AS (
        SELECT
          'finding' AS subject,
          seller_id,
          cause,
          coalesce(before.state, 'none') AS state_before,
          coalesce(after.state, 'none') AS state_after,
          before.observed_count AS observed_before,
          after.observed_count AS observed_after,
          round(before.expected_count, 4) AS expected_before,
          round(after.expected_count, 4) AS expected_after,
          round(before.ratio, 4) AS ratio_before,
          round(after.ratio, 4) AS ratio_after,
          before.q_value AS q_before,
          after.q_value AS q_after
        FROM (%1$s) AS before FULL JOIN (%2$s) AS after USING (seller_id, cause)
        WHERE state_before <> 'none' OR state_after <> 'none'
      ), ratings AS (
        SELECT
          'rating' AS subject,
          seller_id,
          NULL AS cause,
          coalesce(before.rating, 'none') AS state_before,
          coalesce(after.rating, 'none') AS state_after,
          before.observed_count AS observed_before,
          after.observed_count AS observed_after,
          round(before.expected_count, 4) AS expected_before,
          round(after.expected_count, 4) AS expected_after,
          round(before.observed_count / before.expected_count, 4) AS ratio_before,
          round(after.observed_count / after.expected_count, 4) AS ratio_after,
          NULL AS q_before,
          NULL AS q_after
        FROM (%3$s) AS before FULL JOIN (%4$s) AS after USING (seller_id)
        WHERE state_before <> state_after
          AND NOT (state_before IN ('none', 'INSUFFICIENT_DATA') AND state_after IN ('none', 'INSUFFICIENT_DATA'))
      )
      SELECT
        subject,
        CASE
          WHEN subject = 'rating' THEN 'changed'
          WHEN state_before = 'none' THEN 'appeared'
          WHEN state_after = 'none' THEN 'went'
          WHEN state_before <> state_after THEN state_after
          WHEN (observed_before, expected_before, q_before)
            IS DISTINCT FROM (observed_after, expected_after, q_after) THEN 'numbers'
          ELSE 'same'
        END AS change,
        * EXCLUDE (subject)
      FROM (FROM pairs UNION ALL FROM ratings)
      ORDER BY subject, seller_id, cause
      """;

  /** Hands over a row for each finding of either version, and each other rating. */
  public void rows(QueryRows rows) throws IOException {
    try (LakeDatabase database = LakeDatabase.empty()) {
      database.query(
          ROWS.formatted(findings(before), findings(after), ratings(before), ratings(after)), rows);
    }
  }

  private String findings(VersionName version) {
    return """
        SELECT seller_id, cause, observed_count, expected_count, ratio, q_value,
          CASE WHEN is_confirmed THEN 'confirmed' WHEN is_flagged THEN 'flagged' ELSE 'none' END AS state
        FROM %s"""
        .formatted(mart(version, SellerCause.CONTRACT));
  }

  private String ratings(VersionName version) {
    return """
        SELECT seller_id, accountable_observed_count AS observed_count,
          nullif(accountable_expected_count, 0) AS expected_count, rating
        FROM %s"""
        .formatted(mart(version, SellerScorecard.CONTRACT));
  }

  private String mart(VersionName version, Contract<?> contract) {
    String files = lake.version(version).resolve(contract.name()).resolve("*.parquet").toString();
    return "read_parquet('%s')".formatted(files.replace("'", "''"));
  }
}
