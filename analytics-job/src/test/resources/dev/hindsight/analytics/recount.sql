-- The marts' definitions once more, for DuckDB, over the landed rows alone.
-- Given: landed_transactions, landed_events, landed_adjustments (rows of the batches that count), taxonomy (the bundled causes).
CREATE TABLE latest_transactions AS
SELECT * FROM landed_transactions
QUALIFY row_number() OVER (
  PARTITION BY transaction_id, ordered_date ORDER BY batch_number DESC, line_number DESC) = 1;

CREATE TABLE latest_events AS
SELECT * FROM landed_events
QUALIFY row_number() OVER (PARTITION BY event_id ORDER BY batch_number DESC, line_number DESC) = 1;

CREATE TABLE latest_adjustments AS
SELECT * FROM landed_adjustments
QUALIFY row_number() OVER (PARTITION BY dispute_id ORDER BY batch_number DESC, line_number DESC) = 1;

CREATE MACRO known_events(last_date) AS TABLE
SELECT *,
  row_number() OVER (
    PARTITION BY dispute_id
    ORDER BY occurred_at,
      list_position(['OPENED', 'REOPENED', 'SELLER_REPLIED', 'SELLER_OFFERED', 'SELLER_RESOLVED', 'ESCALATED',
        'REVIEW_STARTED', 'EVIDENCE_REQUESTED', 'EVIDENCE_SUBMITTED', 'DECIDED', 'APPEALED', 'RETURN_RECEIVED',
        'REFUNDED', 'CLOSED', 'WITHDRAWN'], event_type),
      event_id) AS place
FROM latest_events
WHERE occurred_date <= last_date;

CREATE MACRO opened_disputes(last_date) AS TABLE
SELECT dispute_id,
  first(seller_id ORDER BY place) AS seller_id,
  first(transaction_id ORDER BY place) FILTER (transaction_id IS NOT NULL) AS transaction_id,
  coalesce(min(occurred_at) FILTER (event_type = 'OPENED'), min(occurred_at)) AS opened_at,
  first(cause ORDER BY place) FILTER (event_type = 'OPENED') AS cause_code
FROM known_events(last_date)
GROUP BY dispute_id;

CREATE MACRO price_band(amount, currency) AS
CASE WHEN amount IS NULL OR currency IS NULL OR currency <> 'EUR' THEN -1
  ELSE len(list_filter([10, 25, 50, 100, 250, 500, 1000], lambda edge: edge <= amount)) END;

CREATE MACRO known_disputes(last_date) AS TABLE
SELECT d.dispute_id, d.seller_id, d.opened_at, CAST(d.opened_at AS DATE) AS opened_date,
  coalesce(k.cause, 'UNMAPPED') AS cause,
  t.transaction_id AS line_id, t.ordered_at, t.ordered_date, t.order_id,
  coalesce(t.category, 'UNKNOWN') AS category, price_band(t.amount, t.currency) AS band,
  coalesce(t.fulfilled_by, 'SELLER') AS fulfilment,
  CASE WHEN t.fulfilled_by = 'MARKETPLACE' THEN k.accountable_when_marketplace_fulfils
    ELSE k.accountable_when_seller_fulfils END = 'SELLER' AS is_of_seller,
  d.dispute_id IN (SELECT dispute_id FROM latest_adjustments WHERE CAST(decided_at AS DATE) <= last_date) AS is_adjusted
FROM opened_disputes(last_date) AS d
LEFT JOIN taxonomy AS k ON k.cause = d.cause_code
ASOF LEFT JOIN latest_transactions AS t
  ON t.transaction_id = d.transaction_id AND t.seller_id = d.seller_id AND t.ordered_at <= d.opened_at;

-- How each dispute stands: the last settlement after the last restart, else how it was closed.
CREATE MACRO standing(last_date) AS TABLE
WITH places AS (
  SELECT dispute_id,
    coalesce(max(place) FILTER (event_type IN ('REOPENED', 'APPEALED')), 0) AS restart,
    max(place) FILTER (event_type IN ('SELLER_RESOLVED', 'WITHDRAWN', 'DECIDED')) AS settlement,
    max(place) FILTER (event_type = 'CLOSED') AS closing,
    count(*) FILTER (event_type = 'REFUNDED') > 0 AS is_refunded
  FROM known_events(last_date) GROUP BY dispute_id)
SELECT p.dispute_id,
  CASE
    WHEN p.settlement > p.restart OR p.closing > p.restart THEN
      CASE
        WHEN e.event_type = 'SELLER_RESOLVED' THEN 'ACCEPTED_BY_SELLER'
        WHEN e.event_type = 'WITHDRAWN' THEN 'WITHDRAWN'
        WHEN e.event_type = 'DECIDED' THEN e.outcome
        WHEN p.is_refunded THEN 'ACCEPTED_BY_SELLER'
        ELSE 'WITHDRAWN'
      END
    ELSE 'OPEN'
  END AS outcome
FROM places AS p
LEFT JOIN known_events(last_date) AS e ON e.dispute_id = p.dispute_id AND e.place = p.settlement;

CREATE MACRO sold_lines(first_date, last_date) AS TABLE
SELECT *, CAST(date_trunc('week', ordered_date) AS DATE) AS week, price_band(amount, currency) AS band,
  coalesce(fulfilled_by, 'SELLER') AS fulfilment
FROM latest_transactions WHERE ordered_date BETWEEN first_date AND last_date;

-- Of each order, its earliest opened dispute that is not adjusted: of each cause, of any ('*') and of any of the
-- seller's, which alone is compared among orders of like fulfilment.
CREATE MACRO observed_orders(first_date, last_date) AS TABLE
SELECT cause, seller_id, category, band, CAST(date_trunc('week', ordered_date) AS DATE) AS week,
  CASE WHEN cause = '*SELLER' THEN fulfilment ELSE '*' END AS fulfilment
FROM (
  FROM known_disputes(last_date)
  UNION ALL BY NAME SELECT * REPLACE ('*' AS cause) FROM known_disputes(last_date)
  UNION ALL BY NAME SELECT * REPLACE ('*SELLER' AS cause) FROM known_disputes(last_date) WHERE is_of_seller)
WHERE ordered_date BETWEEN first_date AND last_date AND NOT is_adjusted
QUALIFY row_number() OVER (
  PARTITION BY cause, seller_id, order_id ORDER BY opened_at, line_id, dispute_id) = 1;

CREATE MACRO expected_by_cause(first_date, last_date) AS TABLE
WITH sold AS (
  SELECT seller_id, category, band, week, fulfilment, count(*) AS n
  FROM sold_lines(first_date, last_date) GROUP BY ALL),
cause AS (
  SELECT DISTINCT cause FROM observed_orders(first_date, last_date)
  UNION SELECT unnest(['*', '*SELLER'])),
sold_of_cause AS (
  SELECT cause, seller_id, category, band, week, CASE WHEN cause = '*SELLER' THEN fulfilment ELSE '*' END AS fulfilment,
    sum(n) AS n
  FROM sold CROSS JOIN cause GROUP BY ALL),
cell AS (
  SELECT s.*, coalesce(o.n, 0) AS o
  FROM sold_of_cause AS s
  LEFT JOIN (SELECT cause, seller_id, category, band, week, fulfilment, count(*) AS n
             FROM observed_orders(first_date, last_date) GROUP BY ALL) AS o
  USING (cause, seller_id, category, band, week, fulfilment)),
market AS (SELECT cause, sum(o) / sum(n) AS rate FROM cell GROUP BY cause),
price AS (SELECT cause, category, band, week, fulfilment, sum(n) AS n, sum(o) AS o, count(DISTINCT seller_id) AS sellers
          FROM cell GROUP BY ALL),
fine AS (SELECT cause, category, week, fulfilment, sum(n) AS n, sum(o) AS o, count(DISTINCT seller_id) AS sellers
         FROM cell GROUP BY ALL),
fine_own AS (SELECT cause, seller_id, category, week, fulfilment, sum(n) AS n, sum(o) AS o
             FROM cell GROUP BY ALL),
weekly AS (SELECT cause, week, fulfilment, sum(n) AS n, sum(o) AS o, count(DISTINCT seller_id) AS sellers
           FROM cell GROUP BY ALL),
weekly_own AS (SELECT cause, seller_id, week, fulfilment, sum(n) AS n, sum(o) AS o FROM cell GROUP BY ALL),
alike AS (SELECT cause, fulfilment, sum(n) AS n, sum(o) AS o, count(DISTINCT seller_id) AS sellers
          FROM cell GROUP BY ALL),
alike_own AS (SELECT cause, seller_id, fulfilment, sum(n) AS n, sum(o) AS o FROM cell GROUP BY ALL),
every AS (SELECT cause, sum(n) AS n, sum(o) AS o, count(DISTINCT seller_id) AS sellers FROM cell GROUP BY ALL),
every_own AS (SELECT cause, seller_id, sum(n) AS n, sum(o) AS o FROM cell GROUP BY ALL),
others AS (
  SELECT c.cause, c.seller_id, c.n, c.o, rate,
    {'n': p.n - c.n, 'o': p.o - c.o, 'sellers': p.sellers - 1} AS price,
    {'n': f.n - fo.n, 'o': f.o - fo.o, 'sellers': f.sellers - 1} AS fine,
    {'n': w.n - wo.n, 'o': w.o - wo.o, 'sellers': w.sellers - 1} AS weekly,
    {'n': a.n - ao.n, 'o': a.o - ao.o, 'sellers': a.sellers - 1} AS alike,
    {'n': e.n - eo.n, 'o': e.o - eo.o, 'sellers': e.sellers - 1} AS every
  FROM cell AS c
  JOIN market USING (cause)
  JOIN price AS p USING (cause, category, band, week, fulfilment)
  JOIN fine AS f USING (cause, category, week, fulfilment)
  JOIN fine_own AS fo USING (cause, seller_id, category, week, fulfilment)
  JOIN weekly AS w USING (cause, week, fulfilment)
  JOIN weekly_own AS wo USING (cause, seller_id, week, fulfilment)
  JOIN alike AS a USING (cause, fulfilment)
  JOIN alike_own AS ao USING (cause, seller_id, fulfilment)
  JOIN every AS e USING (cause)
  JOIN every_own AS eo USING (cause, seller_id))
SELECT cause, seller_id, sum(o) AS observed_count,
  sum(n * CASE
    WHEN price.sellers >= 5 AND price.n * rate >= 5 THEN price.o / price.n
    WHEN fine.sellers >= 5 AND fine.n * rate >= 5 THEN fine.o / fine.n
    WHEN weekly.sellers >= 5 AND weekly.n * rate >= 5 THEN weekly.o / weekly.n
    WHEN alike.sellers >= 5 AND alike.n * rate >= 5 THEN alike.o / alike.n
    WHEN every.sellers >= 5 AND every.n * rate >= 5 THEN every.o / every.n
  END) AS expected_count,
  count(*) FILTER (price.sellers >= 5 AND price.n * rate >= 5) AS price_cells,
  count(*) FILTER (fine.sellers >= 5 AND fine.n * rate >= 5) AS fine_cells,
  count(*) AS cells
FROM others GROUP BY cause, seller_id;

CREATE MACRO expected(first_date, last_date) AS TABLE
SELECT seller_id, expected_count, price_cells, fine_cells, cells
FROM expected_by_cause(first_date, last_date) WHERE cause = '*';

CREATE MACRO counts(first_date, last_date) AS TABLE
WITH sold AS (
  SELECT seller_id, count(*) AS transaction_count, count(DISTINCT order_id) AS order_count
  FROM sold_lines(first_date, last_date) GROUP BY seller_id),
disputed AS (
  SELECT seller_id, count(DISTINCT (line_id, ordered_at)) AS disputed_transaction_count,
    count(*) FILTER (is_adjusted) AS adjusted_count
  FROM known_disputes(last_date) WHERE ordered_date BETWEEN first_date AND last_date GROUP BY seller_id),
opened AS (
  SELECT seller_id, count(*) AS opened_dispute_count
  FROM known_disputes(last_date) WHERE opened_date BETWEEN first_date AND last_date GROUP BY seller_id),
observed AS (
  SELECT seller_id, count(*) AS observed_count
  FROM observed_orders(first_date, last_date) WHERE cause = '*' GROUP BY seller_id)
SELECT seller_id,
  coalesce(transaction_count, 0) AS transaction_count,
  coalesce(order_count, 0) AS order_count,
  coalesce(disputed_transaction_count, 0) AS disputed_transaction_count,
  coalesce(opened_dispute_count, 0) AS opened_dispute_count,
  coalesce(observed_count, 0) AS observed_count,
  coalesce(adjusted_count, 0) AS adjusted_count,
  expected_count
FROM sold FULL JOIN opened USING (seller_id)
LEFT JOIN disputed USING (seller_id)
LEFT JOIN observed USING (seller_id)
LEFT JOIN expected(first_date, last_date) USING (seller_id);

-- Disputes, orders first disputed for the cause, and order lines of each scope's weeks, Monday-based.
CREATE MACRO opened_by_week(last_date) AS TABLE
WITH opened AS (
  SELECT *, CAST(date_trunc('week', opened_date) AS DATE) AS week_start_date,
    order_id IS NULL OR row_number() OVER (
      PARTITION BY seller_id, order_id, cause ORDER BY opened_at, line_id, dispute_id) = 1 AS is_first
  FROM known_disputes(last_date)),
counted AS (
  SELECT seller_id, category, cause, week_start_date, count(*) AS n, count(*) FILTER (is_first) AS firsts
  FROM opened GROUP BY ALL)
SELECT scope, scope_id, cause, week_start_date, sum(n)::BIGINT AS dispute_count, sum(firsts)::BIGINT AS disputed_order_count
FROM (
  SELECT 'MARKETPLACE' AS scope, '*' AS scope_id, * FROM counted
  UNION ALL SELECT 'CATEGORY', category, * FROM counted
  UNION ALL SELECT 'SELLER', seller_id, * FROM counted)
GROUP BY ALL;

CREATE MACRO sold_by_week(last_date) AS TABLE
WITH sold AS (FROM sold_lines(DATE '0001-01-01', last_date))
SELECT 'MARKETPLACE' AS scope, '*' AS scope_id, week AS week_start_date, count(*) AS transaction_count FROM sold GROUP BY ALL
UNION ALL SELECT 'CATEGORY', category, week, count(*) FROM sold GROUP BY ALL
UNION ALL SELECT 'SELLER', seller_id, week, count(*) FROM sold GROUP BY ALL;
