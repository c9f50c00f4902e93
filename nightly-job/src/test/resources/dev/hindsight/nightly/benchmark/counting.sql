-- The counting part of the marts in DuckDB's SQL, over the same landed files: what the analysis counts before it infers.
-- Left out, because SQL has no word for it: intervals, p- and q-values, shrinkage, medians of censored waits, alarms, advice,
-- and the nesting of reports. Each statement that begins with a comment is timed under it.
SET TimeZone = 'UTC';

-- latest rows
CREATE TABLE transactions AS
FROM read_parquet('${landed}/transactions/*/*.parquet')
QUALIFY row_number() OVER (PARTITION BY transaction_id, ordered_date ORDER BY batch_number DESC, line_number DESC) = 1;

-- latest rows
CREATE TABLE events AS
SELECT *, list_position(['OPENED', 'REOPENED', 'SELLER_REPLIED', 'SELLER_OFFERED', 'SELLER_RESOLVED', 'ESCALATED', 'REVIEW_STARTED',
  'EVIDENCE_REQUESTED', 'EVIDENCE_SUBMITTED', 'DECIDED', 'APPEALED', 'RETURN_RECEIVED', 'REFUNDED', 'CLOSED', 'WITHDRAWN'], event_type) AS place
FROM read_parquet('${landed}/dispute_events/*/*.parquet')
QUALIFY row_number() OVER (PARTITION BY event_id ORDER BY batch_number DESC, line_number DESC) = 1;

-- disputes as of four dates
CREATE TABLE cohorts AS
SELECT CAST(day AS DATE) AS cohort_date, CAST(day AS DATE) - 89 AS first_date
FROM (VALUES (DATE '${as_of}'), (DATE '${as_of}' - 90), (DATE '${as_of}' - 7), (DATE '${as_of}' - 97)) AS v(day);

-- disputes as of four dates
CREATE TABLE disputes AS
WITH known AS (
  SELECT cohort_date, e.* FROM events AS e JOIN cohorts ON occurred_date <= cohort_date),
placed AS (
  SELECT *, row_number() OVER (PARTITION BY cohort_date, dispute_id ORDER BY occurred_at, place, event_id) AS n FROM known),
summed AS (
  SELECT cohort_date, dispute_id, arg_min(seller_id, n) AS seller_id,
    arg_min(transaction_id, n) FILTER (transaction_id IS NOT NULL) AS transaction_id,
    arg_min(cause, n) FILTER (event_type = 'OPENED') AS cause_code, arg_min(amount, n) FILTER (event_type = 'OPENED') AS disputed_amount,
    coalesce(min(occurred_at) FILTER (event_type = 'OPENED'), min(occurred_at)) AS opened_at,
    min(occurred_at) FILTER (event_type IN ('SELLER_REPLIED', 'SELLER_OFFERED', 'SELLER_RESOLVED')) AS first_reply_at,
    min(occurred_at) FILTER (event_type = 'ESCALATED') AS escalated_at, max(occurred_at) FILTER (event_type = 'REFUNDED') AS refunded_at,
    coalesce(max(n) FILTER (event_type IN ('REOPENED', 'APPEALED')), 0) AS restart_n,
    coalesce(max(n) FILTER (event_type IN ('SELLER_RESOLVED', 'WITHDRAWN', 'DECIDED')), 0) AS settled_n,
    coalesce(max(n) FILTER (event_type = 'CLOSED'), 0) AS closed_n,
    max(occurred_at) FILTER (event_type IN ('SELLER_RESOLVED', 'WITHDRAWN', 'DECIDED')) AS settled_at,
    max(occurred_at) FILTER (event_type = 'CLOSED') AS closed_at,
    arg_max(CASE event_type WHEN 'SELLER_RESOLVED' THEN 'ACCEPTED_BY_SELLER' WHEN 'WITHDRAWN' THEN 'WITHDRAWN' ELSE outcome END, n)
      FILTER (event_type IN ('SELLER_RESOLVED', 'WITHDRAWN', 'DECIDED')) AS settled_as,
    count(*) FILTER (event_type = 'REFUNDED') AS refund_count,
    coalesce(sum(amount) FILTER (event_type = 'REFUNDED'), 0) AS refunded_amount,
    list(event_type ORDER BY n) AS course
  FROM placed GROUP BY ALL),
matched AS (
  SELECT s.cohort_date, s.dispute_id, max_by(t, t.ordered_at) AS line
  FROM summed AS s JOIN transactions AS t
    ON t.transaction_id = s.transaction_id AND t.seller_id = s.seller_id AND t.ordered_at <= s.opened_at
  GROUP BY ALL)
SELECT s.*, line.order_id AS order_id, line.ordered_at AS ordered_at, line.ordered_date AS ordered_date, line.buyer_id AS buyer_id,
  coalesce(line.category, 'UNKNOWN') AS category, line.sku AS sku, line.carrier AS carrier, line.ship_region AS ship_region,
  line.fulfilled_by AS fulfilled_by, line.amount AS transaction_amount, line.transaction_id IS NOT NULL AS is_transaction_found,
  coalesce(c.cause, 'UNMAPPED') AS cause,
  CASE WHEN line.fulfilled_by = 'MARKETPLACE' THEN c.accountable_when_marketplace_fulfils ELSE c.accountable_when_seller_fulfils END
    AS accountable_party,
  opened_at::DATE AS opened_date,
  CASE WHEN settled_n > restart_n THEN settled_as
    WHEN closed_n > restart_n THEN coalesce(settled_as, CASE WHEN refund_count > 0 THEN 'ACCEPTED_BY_SELLER' ELSE 'WITHDRAWN' END)
    ELSE 'OPEN' END AS outcome,
  CASE WHEN settled_n > restart_n THEN settled_at WHEN closed_n > restart_n THEN closed_at END AS resolved_at
FROM summed AS s LEFT JOIN matched AS m USING (cohort_date, dispute_id)
LEFT JOIN read_csv('${causes}') AS c ON c.cause = s.cause_code;

-- disputes as of four dates
COPY (FROM disputes WHERE cohort_date = DATE '${as_of}' ORDER BY dispute_id) TO '${out}/disputes.parquet' (COMPRESSION zstd);

-- outcomes
COPY (
  SELECT seller_id, category, cause, date_trunc('month', opened_date) AS opened_month, count(*) AS dispute_count,
    count(DISTINCT (transaction_id, ordered_at)) AS disputed_transaction_count, count(escalated_at) AS escalated_count,
    count(*) FILTER (outcome = 'ACCEPTED_BY_SELLER') AS resolved_by_seller_count, count(*) FILTER (outcome = 'SELLER_FAVOUR') AS seller_favour_count,
    count(*) FILTER (outcome = 'BUYER_FAVOUR') AS buyer_favour_count, count(*) FILTER (outcome = 'PARTIAL') AS partial_count,
    count(*) FILTER (outcome = 'MARKETPLACE_PAID') AS marketplace_paid_count, count(*) FILTER (outcome = 'WITHDRAWN') AS withdrawn_count,
    count(*) FILTER (outcome = 'OPEN') AS open_count, sum(disputed_amount) AS disputed_amount, sum(refunded_amount) AS refunded_amount
  FROM disputes WHERE cohort_date = DATE '${as_of}' GROUP BY ALL ORDER BY ALL) TO '${out}/outcomes.parquet' (COMPRESSION zstd);

-- process
COPY (
  SELECT array_to_string(course[1:20], ' > ') AS variant, count(*) AS dispute_count, count(resolved_at) AS ended_count,
    quantile_cont(epoch(resolved_at - opened_at) / 3600, [0.5, 0.9]) AS hours
  FROM disputes WHERE cohort_date = DATE '${as_of}' AND opened_date > DATE '${as_of}' - 90
  GROUP BY ALL ORDER BY dispute_count DESC, variant LIMIT 1000) TO '${out}/process_variants.parquet' (COMPRESSION zstd);

-- process
COPY (
  WITH pairs AS (
    SELECT e.dispute_id, lag(e.event_type) OVER w AS from_event_type, e.event_type AS to_event_type,
      epoch(e.occurred_at - lag(e.occurred_at) OVER w) / 3600 AS hours
    FROM events AS e JOIN disputes AS d ON d.dispute_id = e.dispute_id
    WHERE d.cohort_date = DATE '${as_of}' AND d.opened_date > DATE '${as_of}' - 90 AND e.occurred_date <= DATE '${as_of}'
    WINDOW w AS (PARTITION BY e.dispute_id ORDER BY e.occurred_at, e.place, e.event_id))
  SELECT from_event_type, to_event_type, count(*) AS pair_count, count(DISTINCT dispute_id) AS dispute_count,
    quantile_cont(hours, [0.5, 0.9]) AS hours, sum(hours) AS total_hours
  FROM pairs WHERE from_event_type IS NOT NULL GROUP BY ALL) TO '${out}/process_steps.parquet' (COMPRESSION zstd);

-- trends
COPY (
  WITH opened AS (
    SELECT *, order_id IS NULL OR row_number() OVER (
        PARTITION BY seller_id, order_id, cause ORDER BY opened_at, transaction_id, dispute_id) = 1 AS is_first
    FROM disputes WHERE cohort_date = DATE '${as_of}'),
  counted AS (
    SELECT seller_id, category, cause, date_trunc('week', opened_date) AS week, count(*) AS n, count(*) FILTER (is_first) AS firsts
    FROM opened GROUP BY ALL),
  sold AS (SELECT seller_id, category, date_trunc('week', ordered_date) AS week, count(*) AS n FROM transactions GROUP BY ALL),
  disputed AS (
    SELECT scope, scope_id, cause, week, sum(n) AS dispute_count, sum(firsts) AS disputed_order_count FROM (
      SELECT 'MARKETPLACE' AS scope, '*' AS scope_id, * FROM counted
      UNION ALL SELECT 'CATEGORY', category, * FROM counted UNION ALL SELECT 'SELLER', seller_id, * FROM counted) GROUP BY ALL),
  lines AS (
    SELECT scope, scope_id, week, sum(n) AS transaction_count FROM (
      SELECT 'MARKETPLACE' AS scope, '*' AS scope_id, * FROM sold
      UNION ALL SELECT 'CATEGORY', category, * FROM sold UNION ALL SELECT 'SELLER', seller_id, * FROM sold) GROUP BY ALL)
  SELECT * FROM disputed LEFT JOIN lines USING (scope, scope_id, week)) TO '${out}/trends.parquet' (COMPRESSION zstd);

-- cells of four cohorts
CREATE MACRO band(amount) AS CASE WHEN amount IS NULL THEN -1 ELSE len(list_filter([10, 25, 50, 100, 250, 500, 1000], lambda edge: edge <= amount)) END;

-- cells of four cohorts
CREATE TABLE sold AS
WITH of_fulfilment AS (
  SELECT cohort_date, seller_id, category, band(amount) AS band, date_trunc('week', ordered_date) AS week,
    coalesce(fulfilled_by, 'SELLER') AS fulfilment, count(*) AS n
  FROM transactions JOIN cohorts ON ordered_date BETWEEN first_date AND cohort_date GROUP BY ALL)
FROM of_fulfilment
UNION ALL SELECT cohort_date, seller_id, category, band, week, 'ANY', sum(n) FROM of_fulfilment GROUP BY ALL;

-- cells of four cohorts
CREATE TABLE observed AS
WITH of_cohort AS (
  SELECT d.* FROM disputes AS d JOIN cohorts AS c USING (cohort_date)
  WHERE is_transaction_found AND ordered_date BETWEEN first_date AND cohort_date),
under AS (
  SELECT * REPLACE (unnest(CASE WHEN accountable_party = 'SELLER' THEN [cause, '*', '*SELLER'] ELSE [cause, '*'] END) AS cause) FROM of_cohort),
firsts AS (
  FROM under QUALIFY row_number() OVER (
    PARTITION BY cohort_date, cause, seller_id, order_id ORDER BY opened_at, transaction_id, dispute_id) = 1)
SELECT cohort_date, cause, seller_id, category, band(transaction_amount) AS band, date_trunc('week', ordered_date) AS week,
  CASE WHEN cause = '*SELLER' THEN coalesce(fulfilled_by, 'SELLER') ELSE 'ANY' END AS fulfilment, count(*) AS o
FROM firsts GROUP BY ALL;

-- observed and expected
CREATE TABLE rates AS
SELECT cohort_date, cause, o / n AS rate FROM (SELECT cohort_date, cause, sum(o) AS o FROM observed GROUP BY ALL)
JOIN (SELECT cohort_date, sum(n) AS n FROM sold WHERE fulfilment = 'ANY' GROUP BY ALL) USING (cohort_date);

-- observed and expected
CREATE TABLE by_price AS
WITH size AS (SELECT cohort_date, fulfilment, category, band, week, sum(n) AS an, count(*) AS sellers FROM sold GROUP BY ALL),
large AS (
  SELECT size.*, cause, rate, coalesce(ao, 0) AS ao FROM size JOIN rates USING (cohort_date)
  LEFT JOIN (SELECT cohort_date, fulfilment, category, band, week, cause, sum(o) AS ao FROM observed GROUP BY ALL) USING (cohort_date, fulfilment, category, band, week, cause)
  WHERE sellers > 5 AND an * rate >= 5 AND (fulfilment = 'ANY') = (cause <> '*SELLER'))
SELECT cohort_date, fulfilment, category, week, seller_id, cause, sum(n) AS n, sum(n * (ao - coalesce(o, 0)) / (an - n)) AS e
FROM sold JOIN large USING (cohort_date, fulfilment, category, band, week)
LEFT JOIN observed USING (cohort_date, fulfilment, category, band, week, seller_id, cause)
WHERE (an - n) * rate >= 5 GROUP BY ALL;

-- observed and expected
CREATE TABLE by_category AS
WITH own AS (SELECT cohort_date, fulfilment, category, week, seller_id, sum(n) AS n FROM sold GROUP BY ALL),
own_o AS (SELECT cohort_date, fulfilment, category, week, seller_id, cause, sum(o) AS o FROM observed GROUP BY ALL),
size AS (SELECT cohort_date, fulfilment, category, week, sum(n) AS an, count(*) AS sellers FROM own GROUP BY ALL),
large AS (
  SELECT size.*, cause, rate, coalesce(ao, 0) AS ao FROM size JOIN rates USING (cohort_date)
  LEFT JOIN (SELECT cohort_date, fulfilment, category, week, cause, sum(o) AS ao FROM own_o GROUP BY ALL) USING (cohort_date, fulfilment, category, week, cause)
  WHERE sellers > 5 AND an * rate >= 5 AND (fulfilment = 'ANY') = (cause <> '*SELLER'))
SELECT cohort_date, fulfilment, week, seller_id, cause, sum(own.n) AS n,
  sum(coalesce(e, 0) + (own.n - coalesce(f.n, 0)) * (ao - coalesce(o, 0)) / (an - own.n)) AS e
FROM own JOIN large USING (cohort_date, fulfilment, category, week)
LEFT JOIN own_o USING (cohort_date, fulfilment, category, week, seller_id, cause)
LEFT JOIN by_price AS f USING (cohort_date, fulfilment, category, week, seller_id, cause)
WHERE (an - own.n) * rate >= 5 GROUP BY ALL;

-- observed and expected
CREATE TABLE by_week AS
WITH own AS (SELECT cohort_date, fulfilment, week, seller_id, sum(n) AS n FROM sold GROUP BY ALL),
own_o AS (SELECT cohort_date, fulfilment, week, seller_id, cause, sum(o) AS o FROM observed GROUP BY ALL),
size AS (SELECT cohort_date, fulfilment, week, sum(n) AS an, count(*) AS sellers FROM own GROUP BY ALL),
large AS (
  SELECT size.*, cause, rate, coalesce(ao, 0) AS ao FROM size JOIN rates USING (cohort_date)
  LEFT JOIN (SELECT cohort_date, fulfilment, week, cause, sum(o) AS ao FROM own_o GROUP BY ALL) USING (cohort_date, fulfilment, week, cause)
  WHERE sellers > 5 AND an * rate >= 5 AND (fulfilment = 'ANY') = (cause <> '*SELLER'))
SELECT cohort_date, fulfilment, seller_id, cause, sum(own.n) AS n,
  sum(coalesce(e, 0) + (own.n - coalesce(f.n, 0)) * (ao - coalesce(o, 0)) / (an - own.n)) AS e
FROM own JOIN large USING (cohort_date, fulfilment, week)
LEFT JOIN own_o USING (cohort_date, fulfilment, week, seller_id, cause)
LEFT JOIN by_category AS f USING (cohort_date, fulfilment, week, seller_id, cause)
WHERE (an - own.n) * rate >= 5 GROUP BY ALL;

-- observed and expected
CREATE TABLE by_fulfilment AS
WITH own AS (SELECT cohort_date, fulfilment, seller_id, sum(n) AS n FROM sold GROUP BY ALL),
own_o AS (SELECT cohort_date, fulfilment, seller_id, cause, sum(o) AS o FROM observed GROUP BY ALL),
size AS (SELECT cohort_date, fulfilment, sum(n) AS an, count(*) AS sellers FROM own GROUP BY ALL),
large AS (
  SELECT size.*, cause, rate, coalesce(ao, 0) AS ao FROM size JOIN rates USING (cohort_date)
  LEFT JOIN (SELECT cohort_date, fulfilment, cause, sum(o) AS ao FROM own_o GROUP BY ALL) USING (cohort_date, fulfilment, cause)
  WHERE sellers > 5 AND an * rate >= 5 AND (fulfilment = 'ANY') = (cause <> '*SELLER'))
SELECT cohort_date, seller_id, cause, sum(own.n) AS n,
  sum(coalesce(e, 0) + (own.n - coalesce(f.n, 0)) * (ao - coalesce(o, 0)) / (an - own.n)) AS e
FROM own JOIN large USING (cohort_date, fulfilment)
LEFT JOIN own_o USING (cohort_date, fulfilment, seller_id, cause)
LEFT JOIN by_week AS f USING (cohort_date, fulfilment, seller_id, cause)
WHERE (an - own.n) * rate >= 5 GROUP BY ALL;

-- observed and expected
CREATE TABLE expectation AS
WITH own AS (SELECT cohort_date, seller_id, sum(n) AS n FROM sold WHERE fulfilment = 'ANY' GROUP BY ALL),
own_o AS (SELECT cohort_date, seller_id, cause, sum(o) AS o FROM observed GROUP BY ALL),
size AS (SELECT cohort_date, sum(n) AS an, count(*) AS sellers FROM own GROUP BY ALL)
SELECT cohort_date, seller_id, cause, coalesce(o, 0) AS observed_count,
  CASE WHEN sellers > 5 AND (an - own.n) * rate >= 5
    THEN coalesce(e, 0) + (own.n - coalesce(f.n, 0)) * (rate * an - coalesce(o, 0)) / (an - own.n) END AS expected_count
FROM own JOIN size USING (cohort_date) JOIN rates USING (cohort_date)
LEFT JOIN own_o USING (cohort_date, seller_id, cause) LEFT JOIN by_fulfilment AS f USING (cohort_date, seller_id, cause);

-- observed and expected
COPY (
  SELECT now.*, before.observed_count AS previous_observed_count, before.expected_count AS previous_expected_count
  FROM expectation AS now LEFT JOIN expectation AS before
    ON before.seller_id = now.seller_id AND before.cause = now.cause AND before.cohort_date = now.cohort_date - 90
  WHERE now.cohort_date = DATE '${as_of}') TO '${out}/seller_causes.parquet' (COMPRESSION zstd);

-- drivers
COPY (
  WITH flagged AS (
    SELECT seller_id, cause FROM expectation
    WHERE cohort_date = DATE '${as_of}' AND cause NOT IN ('*', '*SELLER') AND observed_count >= 5 AND observed_count >= 1.25 * expected_count
      AND observed_count > expected_count + 4 * sqrt(expected_count)),
  lines AS (
    SELECT f.cause, t.* FROM transactions AS t JOIN flagged AS f USING (seller_id) WHERE ordered_date > DATE '${as_of}' - 90),
  hits AS (
    SELECT seller_id, cause, order_id, arg_min(transaction_id, (opened_at, transaction_id, dispute_id)) AS transaction_id FROM disputes
    WHERE cohort_date = DATE '${as_of}' AND ordered_date > DATE '${as_of}' - 90 GROUP BY ALL),
  valued AS (
    SELECT seller_id, cause, h.transaction_id IS NOT NULL AS is_observed, unnest([
      ['SKU', sku], ['CARRIER', carrier], ['SERVICE_LEVEL', service_level], ['SHIP_REGION', ship_region], ['PRICE_BAND', band(amount)::VARCHAR],
      ['PROMISED_TIME', date_diff('day', ordered_at, promised_by)::VARCHAR], ['LATE_DELIVERY', (delivered_at > promised_by)::VARCHAR],
      ['WEEKDAY', dayofweek(ordered_date)::VARCHAR], ['FULFILLED_BY', fulfilled_by]]) AS value
    FROM lines LEFT JOIN hits AS h USING (seller_id, cause, transaction_id))
  SELECT seller_id, cause, value[1] AS dimension, value[2] AS dimension_value, count(*) AS transaction_count,
    count(*) FILTER (is_observed) AS observed_count
  FROM valued GROUP BY ALL) TO '${out}/drivers.parquet' (COMPRESSION zstd);

-- sellers
COPY (
  WITH lines AS (
    SELECT cohort_date, seller_id, count(*) AS transaction_count, count(DISTINCT order_id) AS order_count
    FROM transactions JOIN cohorts ON ordered_date BETWEEN first_date AND cohort_date
    WHERE cohort_date IN (DATE '${as_of}', DATE '${as_of}' - 90) GROUP BY ALL),
  disputed AS (
    SELECT cohort_date, seller_id, count(DISTINCT (transaction_id, ordered_at)) AS disputed_transaction_count
    FROM disputes JOIN cohorts USING (cohort_date) WHERE ordered_date BETWEEN first_date AND cohort_date GROUP BY ALL),
  ended AS (
    SELECT cohort_date, seller_id, count(*) AS opened_dispute_count, count(escalated_at) AS escalated_count,
      count(*) FILTER (outcome = 'SELLER_FAVOUR') AS seller_favour_count, count(*) FILTER (outcome = 'BUYER_FAVOUR') AS buyer_favour_count,
      count(*) FILTER (outcome = 'PARTIAL') AS partial_count,
      count(*) FILTER (first_reply_at - opened_at <= INTERVAL 48 HOUR) AS replied_in_48h_count, sum(refunded_amount) AS refunded_amount
    FROM disputes JOIN cohorts USING (cohort_date) WHERE opened_date BETWEEN first_date AND cohort_date GROUP BY ALL)
  SELECT * FROM lines LEFT JOIN disputed USING (cohort_date, seller_id) LEFT JOIN ended USING (cohort_date, seller_id))
TO '${out}/seller_scorecards.parquet' (COMPRESSION zstd);

-- sellers
COPY (
  WITH sellers AS (SELECT category, seller_id, sum(n) AS n FROM sold WHERE cohort_date = DATE '${as_of}' GROUP BY ALL),
  disputed AS (
    SELECT category, cause, seller_id, count(DISTINCT (transaction_id, ordered_at)) AS d FROM disputes
    WHERE cohort_date = DATE '${as_of}' AND ordered_date > DATE '${as_of}' - 90 GROUP BY ALL),
  causes AS (SELECT DISTINCT cause FROM disputed)
  SELECT category, cause, count(*) AS seller_count, sum(n) AS transaction_count, sum(coalesce(d, 0)) AS disputed_transaction_count,
    quantile_cont(coalesce(d, 0) / n, [0.25, 0.5, 0.75]) AS quartiles
  FROM sellers CROSS JOIN causes LEFT JOIN disputed USING (category, cause, seller_id) GROUP BY ALL)
TO '${out}/category_benchmarks.parquet' (COMPRESSION zstd);
