-- What stands beside a seller's own numbers, once more for DuckDB. Given: recount.sql.
CREATE OR REPLACE TABLE delays AS
SELECT min(opened_date) - ordered_date AS delay, DATE '2026-06-30' - ordered_date AS age
FROM known_disputes(DATE '2026-06-30') WHERE line_id IS NOT NULL
GROUP BY line_id, ordered_at, ordered_date;

CREATE OR REPLACE TABLE maturity AS
WITH steps AS (
  SELECT s, count(*) FILTER (delay = s) AS d, count(*) FILTER (delay <= s AND age >= s) AS n
  FROM delays, range(1, 121) AS r(s) GROUP BY s),
curve AS (
  SELECT t, coalesce(product(1 - d / n) FILTER (s > t AND n > 0), 1) AS share
  FROM steps, range(0, 121) AS r(t) GROUP BY t)
SELECT seller_id, avg(share) AS maturity_share
FROM sold_lines(DATE '2026-04-02', DATE '2026-06-30')
JOIN curve ON t = least(DATE '2026-06-30' - ordered_date, 120)
WHERE (SELECT count(*) FROM delays WHERE age >= 120 AND delay <= 120) >= 30
GROUP BY seller_id;

CREATE OR REPLACE TABLE scorecard_surroundings AS
WITH main AS (
  SELECT seller_id, category AS main_category
  FROM (SELECT seller_id, category, count(*) AS n FROM sold_lines(DATE '2026-04-02', DATE '2026-06-30') GROUP BY ALL)
  QUALIFY row_number() OVER (PARTITION BY seller_id ORDER BY n DESC, category) = 1),
rates AS (
  SELECT seller_id, main_category, disputed_transaction_count / transaction_count AS rate
  FROM main JOIN counts(DATE '2026-04-02', DATE '2026-06-30') USING (seller_id)),
peers AS (
  SELECT main_category, count(*) AS peer_seller_count, quantile_cont(rate, 0.25) AS p25,
    quantile_cont(rate, 0.5) AS p50, quantile_cont(rate, 0.75) AS p75
  FROM rates GROUP BY main_category),
standings AS (
  SELECT seller_id, count(*) FILTER (standing = 'NEAR') AS near_bound_count,
    count(*) FILTER (standing = 'BROKEN') AS broken_bound_count
  FROM program_bounds GROUP BY seller_id)
SELECT seller_id, main_category, peer_seller_count,
  CASE WHEN peer_seller_count >= 5 THEN p25 END AS peer_p25,
  CASE WHEN peer_seller_count >= 5 THEN p50 END AS peer_p50,
  CASE WHEN peer_seller_count >= 5 THEN p75 END AS peer_p75,
  maturity_share, near_bound_count, broken_bound_count
FROM main JOIN peers USING (main_category) JOIN maturity USING (seller_id) JOIN standings USING (seller_id);

-- The bounds of Amazon, eBay and Walmart's Canadian refunds, as they are in the data file.
CREATE OR REPLACE TABLE program_disputes AS
SELECT d.seller_id, d.order_id, d.ordered_date, d.is_of_seller, d.is_adjusted, s.outcome,
  count(*) FILTER (e.event_type = 'ESCALATED') > 0 AS is_escalated,
  count(*) FILTER (e.event_type = 'REFUNDED') > 0 AS is_refunded
FROM known_disputes(DATE '2026-06-30') AS d JOIN standing(DATE '2026-06-30') AS s USING (dispute_id)
JOIN known_events(DATE '2026-06-30') AS e USING (dispute_id)
WHERE d.line_id IS NOT NULL
GROUP BY d.dispute_id, d.seller_id, d.order_id, d.ordered_date, d.is_of_seller, d.is_adjusted, s.outcome;

CREATE OR REPLACE MACRO program_orders(days) AS TABLE
SELECT seller_id, count(DISTINCT order_id) AS n
FROM sold_lines(DATE '2026-06-30' - days + 1, DATE '2026-06-30') GROUP BY seller_id;

CREATE OR REPLACE MACRO program_hits(days) AS TABLE
SELECT seller_id,
  count(DISTINCT order_id) FILTER (outcome NOT IN ('SELLER_FAVOUR', 'WITHDRAWN', 'MARKETPLACE_PAID')
    AND (is_escalated OR outcome IN ('BUYER_FAVOUR', 'PARTIAL'))) AS claimed,
  count(DISTINCT order_id) FILTER (outcome = 'BUYER_FAVOUR') AS lost,
  count(DISTINCT order_id) FILTER (is_refunded AND is_of_seller) AS refunded
FROM program_disputes WHERE NOT is_adjusted AND ordered_date BETWEEN DATE '2026-06-30' - days + 1 AND DATE '2026-06-30'
GROUP BY seller_id;

CREATE OR REPLACE TABLE program_counts AS
SELECT seller_id, 'Amazon' AS program, 'CLAIMED_ORDER_RATE' AS metric, 60 AS metric_days,
  coalesce(claimed, 0) AS numerator_count, n AS denominator_count
FROM program_orders(60) LEFT JOIN program_hits(60) USING (seller_id)
UNION ALL
SELECT seller_id, 'Walmart CA', 'REFUND_RATE', 30, coalesce(refunded, 0), n
FROM program_orders(30) LEFT JOIN program_hits(30) USING (seller_id)
UNION ALL
SELECT seller_id, 'eBay', 'CASE_LOST_RATE', 90, coalesce(lost, 0), n
FROM program_orders(90) LEFT JOIN program_hits(90) USING (seller_id) WHERE n >= 400
UNION ALL
SELECT y.seller_id, 'eBay', 'CASE_LOST_RATE', 365, coalesce(lost, 0), y.n
FROM program_orders(365) AS y LEFT JOIN program_orders(90) AS q USING (seller_id)
LEFT JOIN program_hits(365) USING (seller_id)
WHERE coalesce(q.n, 0) < 400 AND y.seller_id IN (SELECT seller_id FROM seller_scorecards);

-- Groups of decided disputes: of the mart of disputes, whose outcomes are recounted elsewhere.
CREATE OR REPLACE TABLE decided AS
SELECT d.dispute_id, d.cause, d.outcome, d.ship_region, d.fulfilled_by,
  price_band(d.disputed_amount, d.currency) AS band,
  CASE WHEN c.transaction_count >= 10000 THEN '10000 or more' WHEN c.transaction_count >= 1000 THEN '1000 to 9999'
    WHEN c.transaction_count >= 100 THEN '100 to 999' WHEN c.transaction_count >= 1 THEN 'under 100' END AS seller_size
FROM disputes AS d LEFT JOIN counts(DATE '2026-04-02', DATE '2026-06-30') AS c USING (seller_id)
WHERE d.outcome IN ('SELLER_FAVOUR', 'BUYER_FAVOUR', 'PARTIAL', 'MARKETPLACE_PAID')
  AND CAST(d.decided_at AS DATE) BETWEEN DATE '2026-04-02' AND DATE '2026-06-30';

CREATE OR REPLACE TABLE decided_groups AS
WITH grouped AS (
  SELECT 'SELLER_SIZE' AS group_dimension, seller_size AS group_value, cause, band, outcome FROM decided
  UNION ALL SELECT 'FULFILLED_BY', fulfilled_by, cause, band, outcome FROM decided
  UNION ALL SELECT 'SHIP_REGION', ship_region, cause, band, outcome FROM decided),
known AS (
  SELECT * FROM grouped WHERE group_value IS NOT NULL
  AND group_dimension IN (SELECT group_dimension FROM grouped GROUP BY 1 HAVING count(DISTINCT group_value) > 1)),
ways AS (SELECT unnest(['SELLER_FAVOUR', 'BUYER_FAVOUR', 'PARTIAL', 'MARKETPLACE_PAID']) AS way),
cell AS (
  SELECT g.group_dimension, g.group_value, c.cause, c.band,
    count(*) FILTER (k.group_value = g.group_value) AS own, count(*) FILTER (k.group_value <> g.group_value) AS others,
    w.way,
    count(*) FILTER (k.group_value = g.group_value AND outcome = way) AS own_hits,
    count(*) FILTER (k.group_value <> g.group_value AND outcome = way) AS other_hits
  FROM (SELECT DISTINCT group_dimension, group_value FROM known) AS g
  JOIN (SELECT DISTINCT group_dimension, cause, band FROM known) AS c USING (group_dimension)
  JOIN known AS k USING (group_dimension, cause, band) CROSS JOIN ways AS w
  GROUP BY ALL),
of_cause AS (
  SELECT group_dimension, group_value, way, cause, sum(own) AS own, sum(others) AS others,
    sum(own_hits) AS own_hits, sum(other_hits) AS other_hits
  FROM cell WHERE NOT (own > 0 AND others >= 20) GROUP BY ALL),
of_all AS (
  SELECT group_dimension, group_value, way, sum(own) AS own, sum(others) AS others,
    sum(own_hits) AS own_hits, sum(other_hits) AS other_hits
  FROM of_cause WHERE NOT (own > 0 AND others >= 20) GROUP BY ALL),
stratum AS (
  SELECT group_dimension, group_value, way, own, others, own_hits, other_hits, own AS same_cause FROM cell
  UNION ALL SELECT group_dimension, group_value, way, own, others, own_hits, other_hits, own FROM of_cause
  UNION ALL SELECT group_dimension, group_value, way, own, others, own_hits, other_hits, 0 FROM of_all),
compared AS (
  SELECT group_dimension, group_value, way AS outcome, sum(own) AS n, sum(own_hits) AS o, sum(same_cause) AS same_cause,
    sum(own * other_hits / others) AS e
  FROM stratum WHERE own > 0 AND others >= 20 GROUP BY ALL)
SELECT g.group_dimension, g.group_value, way AS outcome, g.n AS decided_count, coalesce(c.n, 0)::BIGINT AS compared_count,
  coalesce(same_cause, 0)::BIGINT AS same_cause_count,
  coalesce(c.o, 0)::BIGINT AS observed_count, c.e AS expected_count, c.o / c.n AS observed_share, c.e / c.n AS expected_share
FROM (SELECT group_dimension, group_value, count(*) AS n FROM known GROUP BY ALL) AS g CROSS JOIN ways
LEFT JOIN compared AS c ON c.group_dimension = g.group_dimension AND c.group_value = g.group_value AND c.outcome = way;

-- What is counted by date: lines and events of the landed rows, disputes of the mart.
CREATE OR REPLACE TABLE counted_dates AS
WITH parts AS (
  SELECT ordered_date AS counted_date, count(*) AS transaction_count, sum(amount) FILTER (currency = 'EUR') AS sold_amount
  FROM latest_transactions WHERE ordered_date <= DATE '2026-06-30' GROUP BY ALL
  UNION ALL BY NAME
  SELECT occurred_date AS counted_date, count(*) AS event_count FROM known_events(DATE '2026-06-30') GROUP BY ALL
  UNION ALL BY NAME
  SELECT ordered_date AS counted_date, count(DISTINCT line_id) AS disputed_transaction_count,
    count(DISTINCT seller_id || ' ' || order_id) AS disputed_order_count
  FROM known_disputes(DATE '2026-06-30') WHERE line_id IS NOT NULL GROUP BY ALL
  UNION ALL BY NAME
  SELECT opened_date AS counted_date, count(*) AS opened_dispute_count, count(*) FILTER (s.outcome = 'OPEN') AS open_count,
    count(*) FILTER (s.outcome IN ('SELLER_FAVOUR', 'BUYER_FAVOUR', 'PARTIAL', 'MARKETPLACE_PAID')) AS decided_count,
    count(*) FILTER (s.outcome = 'SELLER_FAVOUR') AS seller_favour_count
  FROM known_disputes(DATE '2026-06-30') JOIN standing(DATE '2026-06-30') AS s USING (dispute_id) GROUP BY ALL
  UNION ALL BY NAME
  SELECT opened_date AS counted_date, count(refunded_at) AS refunded_count,
    sum(disputed_amount) FILTER (currency = 'EUR') AS disputed_amount,
    sum(refunded_amount) FILTER (currency = 'EUR') AS refunded_amount
  FROM disputes GROUP BY ALL)
SELECT counted_date, coalesce(sum(transaction_count), 0) AS transaction_count, sum(sold_amount) AS sold_amount,
  coalesce(sum(event_count), 0) AS event_count,
  coalesce(sum(disputed_transaction_count), 0) AS disputed_transaction_count,
  coalesce(sum(disputed_order_count), 0) AS disputed_order_count,
  coalesce(sum(opened_dispute_count), 0) AS opened_dispute_count, coalesce(sum(open_count), 0) AS open_count,
  coalesce(sum(decided_count), 0) AS decided_count, coalesce(sum(seller_favour_count), 0) AS seller_favour_count,
  coalesce(sum(refunded_count), 0) AS refunded_count, sum(disputed_amount) AS disputed_amount,
  sum(refunded_amount) AS refunded_amount
FROM parts GROUP BY counted_date;
