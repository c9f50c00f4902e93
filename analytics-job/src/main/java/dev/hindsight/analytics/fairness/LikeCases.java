package dev.hindsight.analytics.fairness;

import static dev.hindsight.analytics.dataset.Columns.as;
import static dev.hindsight.analytics.dataset.Columns.col;
import static dev.hindsight.analytics.dataset.Columns.cols;
import static dev.hindsight.analytics.dataset.Columns.enriched;
import static dev.hindsight.analytics.dataset.Columns.joined;
import static dev.hindsight.analytics.dataset.Columns.scratch;
import static dev.hindsight.analytics.dataset.Columns.with;
import static dev.hindsight.analytics.fairness.DecidedGroups.AMOUNT_BAND;
import static dev.hindsight.analytics.fairness.DecidedGroups.OWN;
import static dev.hindsight.analytics.fairness.DecidedGroups.OWN_HITS;
import static dev.hindsight.datasets.marts.DecisionFairness.GROUP_DIMENSION;
import static dev.hindsight.datasets.marts.DecisionFairness.GROUP_VALUE;
import static dev.hindsight.datasets.marts.DecisionFairness.OUTCOME;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.sum;

import dev.hindsight.datasets.contract.Field;
import dev.hindsight.datasets.marts.Dispute;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Puts beside each group the like cases of all other groups of its dimension, in strata that have
 * no case in common: cause and amount where the others have enough of it; what is left of a cause;
 * and what is left of all. Whether there is enough is decided by the others' number, never by
 * outcome.
 */
final class LikeCases {
  static final Field OTHERS = scratch("others");
  static final Field OTHER_HITS = scratch("other_hits");
  static final Field IS_SAME_CAUSE = scratch("is_same_cause");

  /** Cases of other groups without which a stratum is no comparison. */
  static final long FEWEST_OTHERS = 20;

  private static final Field ALL = scratch("all_cases");
  private static final Field ALL_HITS = scratch("all_hits");
  private static final Column IS_ENOUGH =
      col(OWN).gt(lit(0)).and(col(OTHERS).geq(lit(FEWEST_OTHERS)));

  private LikeCases() {}

  /**
   * Rows of dimension, group, decision and one stratum's own and other cases and hits.
   *
   * @param cells of {@link DecidedGroups}; read several times
   */
  static Dataset<Row> strata(Dataset<Row> cells) {
    Dataset<Row> grid = beside(cells);
    Dataset<Row> ofCause = pooled(grid.where(not(IS_ENOUGH)), Dispute.CAUSE);
    Dataset<Row> ofAll = pooled(ofCause.where(not(IS_ENOUGH)));
    return stratum(grid, true)
        .union(stratum(ofCause, true))
        .union(stratum(ofAll, false))
        .where(IS_ENOUGH);
  }

  private static Dataset<Row> stratum(Dataset<Row> rows, boolean isSameCause) {
    return with(
        rows.select(cols(GROUP_DIMENSION, GROUP_VALUE, OUTCOME, OWN, OWN_HITS, OTHERS, OTHER_HITS)),
        IS_SAME_CAUSE,
        lit(isSameCause));
  }

  /** Every group with every cell of its dimension, its own part of it and the others'. */
  private static Dataset<Row> beside(Dataset<Row> cells) {
    Dataset<Row> all =
        cells
            .groupBy(cols(GROUP_DIMENSION, OUTCOME, Dispute.CAUSE, AMOUNT_BAND))
            .agg(as(ALL, sum(col(OWN))), as(ALL_HITS, sum(col(OWN_HITS))));
    Dataset<Row> groups = cells.select(cols(GROUP_DIMENSION, GROUP_VALUE)).distinct();
    Dataset<Row> grid =
        enriched(
            joined(groups, all, GROUP_DIMENSION),
            cells,
            GROUP_DIMENSION,
            GROUP_VALUE,
            OUTCOME,
            Dispute.CAUSE,
            AMOUNT_BAND);
    grid = with(grid, OWN, coalesce(col(OWN), lit(0L)));
    grid = with(grid, OWN_HITS, coalesce(col(OWN_HITS), lit(0L)));
    return with(
        with(grid, OTHERS, col(ALL).minus(col(OWN))),
        OTHER_HITS,
        col(ALL_HITS).minus(col(OWN_HITS)));
  }

  private static Dataset<Row> pooled(Dataset<Row> left, Field... kept) {
    return left.groupBy(
            Stream.concat(
                    Stream.of(cols(GROUP_DIMENSION, GROUP_VALUE, OUTCOME)), Stream.of(cols(kept)))
                .toArray(Column[]::new))
        .agg(
            as(OWN, sum(col(OWN))),
            as(OWN_HITS, sum(col(OWN_HITS))),
            as(OTHERS, sum(col(OTHERS))),
            as(OTHER_HITS, sum(col(OTHER_HITS))));
  }
}
