package dev.hindsight.nightly.gates;

import java.time.LocalDate;

/**
 * Two marts that count the same thing, by their definitions. The query answers with the places
 * where they differ: the place, what the one says, what the other says.
 */
enum MartSum {
  OUTCOMES(
      "outcomes.dispute_count",
      "disputes",
      """
      SELECT concat_ws(' ', seller_id, category, cause, opened_month),
        coalesce(o.dispute_count, 0), coalesce(d.dispute_count, 0)
      FROM (SELECT seller_id, category, cause, opened_month, sum(dispute_count) AS dispute_count FROM outcomes GROUP BY ALL) AS o
      FULL JOIN (SELECT seller_id, category, cause, opened_month, count(*) AS dispute_count FROM disputes GROUP BY ALL) AS d
        USING (seller_id, category, cause, opened_month)"""),
  ENDS(
      "the ways to end of outcomes",
      "outcomes.dispute_count",
      """
      SELECT concat_ws(' ', seller_id, category, cause, opened_month),
        resolved_by_seller_count + decided_count + withdrawn_count + open_count, dispute_count
      FROM outcomes"""),
  DECISIONS(
      "the decisions of outcomes",
      "outcomes.decided_count",
      """
      SELECT concat_ws(' ', seller_id, category, cause, opened_month),
        seller_favour_count + buyer_favour_count + partial_count + marketplace_paid_count, decided_count
      FROM outcomes"""),
  OPENED_BY_DATE(
      "daily_counts.opened_dispute_count",
      "disputes",
      """
      SELECT CAST(coalesce(counted_date, opened_date) AS VARCHAR),
        coalesce(opened_dispute_count, 0), coalesce(dispute_count, 0)
      FROM daily_counts FULL JOIN (SELECT opened_date, count(*) AS dispute_count FROM disputes GROUP BY ALL)
        ON counted_date = opened_date"""),
  EVENTS(
      "daily_counts.event_count",
      "disputes.event_count",
      """
      SELECT 'all history', coalesce((SELECT sum(event_count) FROM daily_counts), 0),
        coalesce((SELECT sum(event_count) FROM disputes), 0)"""),
  SOLD(
      "seller_scorecards.transaction_count",
      "daily_counts",
      """
      SELECT 'the window', coalesce((SELECT sum(transaction_count) FROM seller_scorecards), 0),
        coalesce((SELECT sum(transaction_count) FROM daily_counts WHERE counted_date >= DATE '%1$s'), 0)"""),
  OPENED(
      "seller_scorecards.opened_dispute_count",
      "daily_counts",
      """
      SELECT 'the window', coalesce((SELECT sum(opened_dispute_count) FROM seller_scorecards), 0),
        coalesce((SELECT sum(opened_dispute_count) FROM daily_counts WHERE counted_date >= DATE '%1$s'), 0)"""),
  DISPUTED(
      "seller_scorecards.disputed_transaction_count",
      "daily_counts",
      """
      SELECT 'the window', coalesce((SELECT sum(disputed_transaction_count) FROM seller_scorecards), 0),
        coalesce((SELECT sum(disputed_transaction_count) FROM daily_counts WHERE counted_date >= DATE '%1$s'), 0)"""),
  OBSERVED(
      "seller_scorecards.observed_count",
      "disputes",
      """
      SELECT seller_id, coalesce(s.observed_count, 0), coalesce(d.order_count, 0)
      FROM seller_scorecards AS s
      FULL JOIN (
        SELECT seller_id, count(DISTINCT order_id) AS order_count FROM disputes
        WHERE is_transaction_found AND NOT is_adjusted AND ordered_date >= DATE '%1$s' GROUP BY ALL) AS d
        USING (seller_id)"""),
  OBSERVED_CAUSES(
      "seller_causes.observed_count",
      "disputes",
      """
      SELECT concat_ws(' ', seller_id, cause), coalesce(c.observed_count, 0), coalesce(d.order_count, 0)
      FROM seller_causes AS c
      FULL JOIN (
        SELECT seller_id, cause, count(DISTINCT order_id) AS order_count FROM disputes
        WHERE is_transaction_found AND NOT is_adjusted AND ordered_date >= DATE '%1$s' GROUP BY ALL) AS d
        USING (seller_id, cause)"""),
  ADJUSTED(
      "seller_causes.adjusted_count",
      "seller_scorecards",
      """
      SELECT seller_id, coalesce(c.adjusted_count, 0), coalesce(s.adjusted_count, 0)
      FROM (SELECT seller_id, sum(adjusted_count) AS adjusted_count FROM seller_causes GROUP BY ALL) AS c
      FULL JOIN seller_scorecards AS s USING (seller_id)"""),
  REPORTS(
      "seller_reports",
      "seller_scorecards",
      """
      SELECT coalesce(r.seller_id, s.seller_id), count(r.seller_id), count(s.seller_id)
      FROM (SELECT seller_id FROM seller_reports) AS r
      FULL JOIN (SELECT seller_id FROM seller_scorecards) AS s ON r.seller_id = s.seller_id
      GROUP BY ALL"""),
  TRENDS(
      "trends.dispute_count of the marketplace",
      "daily_counts.opened_dispute_count",
      """
      SELECT 'the weeks since ' || min(week_start_date), sum(dispute_count),
        (SELECT sum(opened_dispute_count) FROM daily_counts
         WHERE counted_date >= (SELECT min(week_start_date) FROM trends WHERE scope = 'MARKETPLACE'))
      FROM trends WHERE scope = 'MARKETPLACE' HAVING count(*) > 0""");

  private final String one;
  private final String other;
  private final String query;

  MartSum(String one, String other, String query) {
    this.one = one;
    this.other = other;
    this.query = query;
  }

  /** What is said by the first number of a place. */
  String one() {
    return one;
  }

  /** What is said by the second. */
  String other() {
    return other;
  }

  /** The query, of a window that starts on that date. */
  String query(LocalDate windowStart) {
    return query.formatted(windowStart);
  }
}
