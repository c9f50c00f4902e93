-- What seller_scorecards and outcomes should say, counted from the landed CSV files alone.
-- ${landing}, ${causes}, ${as_of} and ${window_days} are filled in; nothing here comes from the program
-- but its table of causes, which says who answers for what.
SET TimeZone = 'UTC';

CREATE MACRO utc_day(text) AS CAST(timezone('UTC', CAST(text AS TIMESTAMPTZ)) AS DATE);
CREATE MACRO wilson_low(x, n) AS
  CASE WHEN n > 0 THEN (2 * x + 3.8414588206941227 - 1.959963984540054
    * sqrt(3.8414588206941227 + 4 * x * (1 - x / n))) / (2 * (n + 3.8414588206941227)) END;
CREATE MACRO wilson_high(x, n) AS
  CASE WHEN n > 0 THEN (2 * x + 3.8414588206941227 + 1.959963984540054
    * sqrt(3.8414588206941227 + 4 * x * (1 - x / n))) / (2 * (n + 3.8414588206941227)) END;
CREATE MACRO byar_low(o) AS o * (1 - 1 / (9 * o) - 1.959963984540054 / (3 * sqrt(o))) ** 3;
CREATE MACRO byar_high(o) AS
  (o + 1) * (1 - 1 / (9 * (o + 1)) + 1.959963984540054 / (3 * sqrt(o + 1))) ** 3;

CREATE TABLE lines AS
SELECT transaction_id, order_id, seller_id, category, currency, CAST(amount AS DECIMAL(18, 4)) AS amount,
  fulfilled_by,
  CAST(ordered_at AS TIMESTAMPTZ) AS ordered_at, utc_day(ordered_at) AS ordered_day,
  date_trunc('week', utc_day(ordered_at)) AS ordered_week
FROM read_csv('${landing}/transactions*.csv', all_varchar = true, union_by_name = true, nullstr = '');

CREATE TABLE events AS
SELECT event_id, dispute_id, seller_id, transaction_id, event_type, cause, outcome, currency,
  CAST(amount AS DECIMAL(18, 4)) AS amount, CAST(occurred_at AS TIMESTAMPTZ) AS occurred_at,
  list_position(['OPENED', 'REOPENED', 'SELLER_REPLIED', 'SELLER_OFFERED', 'SELLER_RESOLVED', 'ESCALATED',
    'REVIEW_STARTED', 'EVIDENCE_REQUESTED', 'EVIDENCE_SUBMITTED', 'DECIDED', 'APPEALED', 'RETURN_RECEIVED',
    'REFUNDED', 'CLOSED', 'WITHDRAWN'], event_type) AS place
FROM read_csv('${landing}/dispute-events*.csv', all_varchar = true, union_by_name = true, nullstr = '');

-- Later means a later name, then a later line; a later row of a dispute replaces the earlier one.
CREATE TABLE adjustments AS
SELECT dispute_id, utc_day(decided_at) AS decided_day FROM (${adjustments})
QUALIFY row_number() OVER (PARTITION BY dispute_id ORDER BY place DESC) = 1;

-- The commonest currency of what was sold by the date.
CREATE TABLE reporting AS
SELECT currency FROM lines WHERE ordered_day <= DATE '${as_of}' GROUP BY currency ORDER BY count(*) DESC, currency LIMIT 1;

-- A line's price band by its lower edge; -1 where the price in the reporting currency is not known.
CREATE TABLE priced_lines AS
SELECT *, CASE WHEN amount IS NULL OR currency IS DISTINCT FROM (SELECT currency FROM reporting) THEN -1
    ELSE list_max(list_filter([0, 10, 25, 50, 100, 250, 500, 1000], lambda edge: edge <= amount)) END AS band
FROM lines;

CREATE TABLE causes AS
SELECT cause, accountable_when_seller_fulfils AS of_seller, accountable_when_marketplace_fulfils AS of_marketplace
FROM read_csv('${causes}', all_varchar = true);

CREATE MACRO disputes_as_of(day) AS TABLE
WITH known AS (
  SELECT *, row_number() OVER (PARTITION BY dispute_id ORDER BY occurred_at, place, event_id) AS n
  FROM events WHERE CAST(timezone('UTC', occurred_at) AS DATE) <= day),
summed AS (
  SELECT dispute_id, arg_min(seller_id, n) AS seller_id, arg_min(transaction_id, n) AS transaction_id,
    arg_min(cause, n) FILTER (event_type = 'OPENED') AS cause,
    arg_min(amount, n) FILTER (event_type = 'OPENED') AS claimed,
    arg_min(currency, n) FILTER (event_type = 'OPENED') AS claimed_currency,
    coalesce(min(occurred_at) FILTER (event_type = 'OPENED'), min(occurred_at)) AS opened_at,
    min(occurred_at) FILTER (event_type IN ('SELLER_REPLIED', 'SELLER_OFFERED', 'SELLER_RESOLVED')) AS replied_at,
    min(occurred_at) FILTER (event_type = 'ESCALATED') AS escalated_at,
    coalesce(max(n) FILTER (event_type IN ('REOPENED', 'APPEALED')), 0) AS restart_n,
    coalesce(max(n) FILTER (event_type IN ('SELLER_RESOLVED', 'WITHDRAWN', 'DECIDED')), 0) AS settled_n,
    coalesce(max(n) FILTER (event_type = 'CLOSED'), 0) AS closed_n,
    max(occurred_at) FILTER (event_type IN ('SELLER_RESOLVED', 'WITHDRAWN', 'DECIDED')) AS settled_at,
    max(occurred_at) FILTER (event_type = 'CLOSED') AS closed_at,
    arg_max(CASE event_type WHEN 'SELLER_RESOLVED' THEN 'ACCEPTED_BY_SELLER' WHEN 'WITHDRAWN' THEN 'WITHDRAWN'
      ELSE outcome END, n) FILTER (event_type IN ('SELLER_RESOLVED', 'WITHDRAWN', 'DECIDED')) AS settled_as,
    count(*) FILTER (event_type = 'REFUNDED') AS refunds,
    coalesce(sum(amount) FILTER (event_type = 'REFUNDED'), 0) AS refunded
  FROM known GROUP BY dispute_id),
matched AS (
  SELECT s.dispute_id, max_by(l, l.ordered_at) AS line
  FROM summed s JOIN priced_lines l ON l.transaction_id = s.transaction_id AND l.seller_id = s.seller_id
    AND l.ordered_at <= s.opened_at
  GROUP BY s.dispute_id)
SELECT s.*, m.line.order_id AS order_id, m.line.ordered_day AS ordered_day, m.line.ordered_at AS ordered_at,
  m.line.ordered_week AS ordered_week, m.line.category AS category, m.line.band AS band, m.line.fulfilled_by AS fulfilled_by,
  CASE WHEN m.line.fulfilled_by = 'MARKETPLACE' THEN c.of_marketplace ELSE c.of_seller END = 'SELLER' AS is_of_seller,
  CAST(timezone('UTC', s.opened_at) AS DATE) AS opened_day,
  s.dispute_id IN (SELECT dispute_id FROM adjustments WHERE decided_day <= day) AS is_adjusted,
  CASE WHEN settled_n > restart_n THEN settled_as
    WHEN closed_n > restart_n THEN coalesce(settled_as, CASE WHEN refunds > 0 THEN 'ACCEPTED_BY_SELLER' ELSE 'WITHDRAWN' END)
    ELSE 'OPEN' END AS outcome,
  CASE WHEN settled_n > restart_n THEN settled_at WHEN closed_n > restart_n THEN closed_at END AS resolved_at
FROM summed s LEFT JOIN matched m USING (dispute_id) LEFT JOIN causes c USING (cause);

-- Observed and expected of every seller: for whatever was disputed, or only for what sellers answer for, which
-- is compared among orders that the same party ships.
CREATE MACRO expectations_as_of(day, only_of_seller) AS TABLE
WITH sold AS (
  SELECT seller_id, category, band, ordered_week,
    CASE WHEN only_of_seller THEN coalesce(fulfilled_by, 'SELLER') ELSE '*' END AS shipper, count(*) AS n
  FROM priced_lines
  WHERE ordered_day BETWEEN day - ${window_days} + 1 AND day GROUP BY ALL),
firsts AS (
  SELECT *, row_number() OVER (PARTITION BY seller_id, order_id ORDER BY opened_at, transaction_id, dispute_id) AS k
  FROM disputes_as_of(day)
  WHERE ordered_day BETWEEN day - ${window_days} + 1 AND day AND (is_of_seller OR NOT only_of_seller)
    AND NOT is_adjusted),
observed AS (
  SELECT seller_id, category, band, ordered_week,
    CASE WHEN only_of_seller THEN coalesce(fulfilled_by, 'SELLER') ELSE '*' END AS shipper, count(*) AS o
  FROM firsts WHERE k = 1 GROUP BY ALL),
cells AS (
  SELECT *, coalesce(o, 0) AS events FROM sold LEFT JOIN observed USING (seller_id, category, band, ordered_week, shipper)),
grouped AS (
  SELECT *, sum(n) OVER own_group AS gn, sum(events) OVER own_group AS ge,
    sum(n) OVER own_week AS wn, sum(events) OVER own_week AS we,
    sum(n) OVER own AS sn, sum(events) OVER own AS se,
    sum(n) OVER all_band AS abn, sum(events) OVER all_band AS abe,
    sum(n) OVER all_group AS agn, sum(events) OVER all_group AS age,
    sum(n) OVER all_week AS awn, sum(events) OVER all_week AS awe,
    sum(n) OVER own_shipper AS hn, sum(events) OVER own_shipper AS he,
    sum(n) OVER all_shipper AS ahn, sum(events) OVER all_shipper AS ahe,
    sum(n) OVER () AS an, sum(events) OVER () AS ae,
    count(DISTINCT seller_id) OVER all_band AS abs, count(DISTINCT seller_id) OVER all_group AS ags,
    count(DISTINCT seller_id) OVER all_week AS aws, count(DISTINCT seller_id) OVER all_shipper AS ahs,
    count(DISTINCT seller_id) OVER () AS als
  FROM cells
  WINDOW own_group AS (PARTITION BY seller_id, category, ordered_week, shipper),
    own_week AS (PARTITION BY seller_id, ordered_week, shipper),
    own_shipper AS (PARTITION BY seller_id, shipper), own AS (PARTITION BY seller_id),
    all_band AS (PARTITION BY category, band, ordered_week, shipper),
    all_group AS (PARTITION BY category, ordered_week, shipper),
    all_week AS (PARTITION BY ordered_week, shipper), all_shipper AS (PARTITION BY shipper)),
rated AS (
  SELECT seller_id, n, events, CASE
      WHEN abs - 1 >= 5 AND (abn - n) * r >= 5 THEN (abe - events) / (abn - n)
      WHEN ags - 1 >= 5 AND (agn - gn) * r >= 5 THEN (age - ge) / (agn - gn)
      WHEN aws - 1 >= 5 AND (awn - wn) * r >= 5 THEN (awe - we) / (awn - wn)
      WHEN ahs - 1 >= 5 AND (ahn - hn) * r >= 5 THEN (ahe - he) / (ahn - hn)
      WHEN als - 1 >= 5 AND (an - sn) * r >= 5 THEN (ae - se) / (an - sn)
    END AS rate
  FROM (SELECT *, ae / an AS r FROM grouped))
SELECT seller_id, sum(events) AS observed_count, sum(n * rate) AS expected_count FROM rated GROUP BY ALL;

-- The least wait within which half of the waits are over, where some are not over yet.
CREATE MACRO medians_as_of(day) AS TABLE
WITH ends AS (
  SELECT *, timezone('UTC', CAST(day + 1 AS TIMESTAMP)) AS until FROM disputes_as_of(day)
  WHERE opened_day BETWEEN day - ${window_days} + 1 AND day),
waits AS (
  SELECT seller_id, 'reply' AS kind, replied_at IS NOT NULL AS is_over,
    CASE WHEN replied_at IS NOT NULL THEN date_diff('microsecond', opened_at, replied_at) / 3600000000
      WHEN resolved_at IS NOT NULL THEN 1e300 ELSE date_diff('microsecond', opened_at, until) / 3600000000 END AS hours
  FROM ends WHERE replied_at IS NULL OR replied_at >= opened_at
  UNION ALL
  SELECT seller_id, 'resolution', resolved_at IS NOT NULL,
    date_diff('microsecond', opened_at, coalesce(resolved_at, until)) / 3600000000 FROM ends),
steps AS (
  SELECT seller_id, kind, hours, count(*) FILTER (is_over) AS ended, count(*) AS gone FROM waits GROUP BY ALL),
risks AS (SELECT *, sum(gone) OVER (PARTITION BY seller_id, kind ORDER BY hours DESC) AS at_risk FROM steps),
survivals AS (
  SELECT *, product(1 - ended / at_risk) OVER (PARTITION BY seller_id, kind ORDER BY hours) AS survival FROM risks)
SELECT seller_id,
  min(hours) FILTER (kind = 'reply' AND ended > 0 AND survival <= 0.5 + 1e-12) AS median_hours_to_first_reply,
  min(hours) FILTER (kind = 'resolution' AND ended > 0 AND survival <= 0.5 + 1e-12) AS median_hours_to_resolution
FROM survivals GROUP BY ALL;

CREATE MACRO counts_as_of(day) AS TABLE
WITH state AS (SELECT * FROM disputes_as_of(day)),
sold AS (
  SELECT seller_id FROM lines WHERE ordered_day BETWEEN day - ${window_days} + 1 AND day GROUP BY ALL),
disputed AS (SELECT * FROM state WHERE ordered_day BETWEEN day - ${window_days} + 1 AND day),
opened AS (SELECT * FROM state WHERE opened_day BETWEEN day - ${window_days} + 1 AND day),
logged AS (
  SELECT bool_or(event_type IN ('SELLER_REPLIED', 'SELLER_OFFERED', 'SELLER_RESOLVED')) AS replies,
    bool_or(event_type = 'ESCALATED') AS escalations
  FROM events WHERE CAST(timezone('UTC', occurred_at) AS DATE) <= day),
ended AS (
  SELECT seller_id, count(*) AS opened_dispute_count,
    count(*) FILTER (outcome = 'SELLER_FAVOUR') AS seller_favour_count,
    count(*) FILTER (outcome = 'BUYER_FAVOUR') AS buyer_favour_count,
    count(*) FILTER (outcome = 'PARTIAL') AS partial_count,
    count(escalated_at) AS escalated,
    count(*) FILTER (replied_at - opened_at BETWEEN INTERVAL 0 HOUR AND INTERVAL 48 HOUR) AS replied_in_time,
    count(*) FILTER (replied_at - opened_at BETWEEN INTERVAL 0 HOUR AND INTERVAL 48 HOUR OR
      least(replied_at, resolved_at, timezone('UTC', CAST(day + 1 AS TIMESTAMP))) - opened_at >= INTERVAL 48 HOUR)
      AS reply_due,
    sum(refunded) FILTER (claimed_currency = (SELECT currency FROM reporting)) AS refunded_amount,
    count(*) FILTER (claimed IS NULL OR claimed_currency <> (SELECT currency FROM reporting)) AS unconverted_count
  FROM opened GROUP BY ALL)
SELECT ids.seller_id, coalesce(t.n, 0) AS transaction_count, coalesce(t.orders, 0) AS order_count,
  coalesce(d.disputed, 0) AS disputed_transaction_count, coalesce(d.adjusted, 0) AS adjusted_count,
  coalesce(e.observed_count, 0) AS observed_count,
  e.expected_count, coalesce(opened_dispute_count, 0) AS opened_dispute_count,
  CASE WHEN escalations THEN coalesce(escalated, 0) END AS escalated_count,
  coalesce(seller_favour_count, 0) AS seller_favour_count, coalesce(buyer_favour_count, 0) AS buyer_favour_count,
  coalesce(partial_count, 0) AS partial_count,
  CASE WHEN replies THEN coalesce(replied_in_time, 0) END AS replied_in_48h_count,
  CASE WHEN replies THEN coalesce(reply_due, 0) END AS reply_due_count, refunded_amount,
  coalesce(unconverted_count, 0) AS unconverted_count
FROM (SELECT seller_id FROM sold UNION SELECT seller_id FROM opened) ids
  LEFT JOIN (
    SELECT seller_id, count(*) AS n, count(DISTINCT order_id) AS orders FROM lines
    WHERE ordered_day BETWEEN day - ${window_days} + 1 AND day GROUP BY ALL) t USING (seller_id)
  LEFT JOIN (
    SELECT seller_id, count(DISTINCT (transaction_id, ordered_at)) AS disputed, count(*) FILTER (is_adjusted) AS adjusted
    FROM disputed GROUP BY ALL) d
    USING (seller_id)
  LEFT JOIN expectations_as_of(day, false) e USING (seller_id) LEFT JOIN ended USING (seller_id) CROSS JOIN logged;

CREATE TABLE independent_scorecards AS
SELECT c.*, c.disputed_transaction_count / nullif(c.transaction_count, 0) AS dispute_rate,
  wilson_low(c.disputed_transaction_count, c.transaction_count) AS dispute_rate_low,
  wilson_high(c.disputed_transaction_count, c.transaction_count) AS dispute_rate_high,
  c.opened_dispute_count / nullif(c.transaction_count, 0) AS dispute_activity,
  c.observed_count / nullif(c.expected_count, 0) AS ratio,
  CASE WHEN c.observed_count >= 10 THEN byar_low(c.observed_count) / c.expected_count END AS ratio_low,
  CASE WHEN c.observed_count >= 10 THEN byar_high(c.observed_count) / c.expected_count END AS ratio_high,
  c.escalated_count / nullif(c.opened_dispute_count, 0) AS escalation_rate,
  wilson_low(c.escalated_count, c.opened_dispute_count) AS escalation_rate_low,
  wilson_high(c.escalated_count, c.opened_dispute_count) AS escalation_rate_high,
  c.seller_favour_count / nullif(c.seller_favour_count + c.buyer_favour_count + c.partial_count, 0) AS win_rate,
  wilson_low(c.seller_favour_count, c.seller_favour_count + c.buyer_favour_count + c.partial_count) AS win_rate_low,
  wilson_high(c.seller_favour_count, c.seller_favour_count + c.buyer_favour_count + c.partial_count) AS win_rate_high,
  c.replied_in_48h_count / nullif(c.reply_due_count, 0) AS replied_in_48h_rate,
  coalesce(p.transaction_count, 0) AS previous_transaction_count,
  coalesce(p.disputed_transaction_count, 0) AS previous_disputed_transaction_count,
  p.disputed_transaction_count / nullif(p.transaction_count, 0) AS previous_dispute_rate,
  wilson_low(p.disputed_transaction_count, p.transaction_count) AS previous_dispute_rate_low,
  wilson_high(p.disputed_transaction_count, p.transaction_count) AS previous_dispute_rate_high,
  coalesce(p.adjusted_count, 0) AS previous_adjusted_count,
  coalesce(p.observed_count, 0) AS previous_observed_count, p.expected_count AS previous_expected_count,
  p.observed_count / nullif(p.expected_count, 0) AS previous_ratio,
  CASE WHEN p.observed_count >= 10 THEN byar_low(p.observed_count) / p.expected_count END AS previous_ratio_low,
  CASE WHEN p.observed_count >= 10 THEN byar_high(p.observed_count) / p.expected_count END AS previous_ratio_high,
  coalesce(p.opened_dispute_count, 0) AS previous_opened_dispute_count,
  coalesce(a.observed_count, 0) AS accountable_observed_count,
  a.expected_count AS accountable_expected_count, w.median_hours_to_first_reply, w.median_hours_to_resolution,
  (SELECT currency FROM reporting) AS currency, DATE '${as_of}' AS as_of_date,
  DATE '${as_of}' - ${window_days} + 1 AS window_start_date, DATE '${as_of}' AS window_end_date
FROM counts_as_of(DATE '${as_of}') c
  LEFT JOIN counts_as_of(DATE '${as_of}' - ${window_days}) p USING (seller_id)
  LEFT JOIN expectations_as_of(DATE '${as_of}', true) a USING (seller_id)
  LEFT JOIN medians_as_of(DATE '${as_of}') w USING (seller_id);

CREATE TABLE independent_outcomes AS
SELECT seller_id, coalesce(category, 'UNKNOWN') AS category, cause, date_trunc('month', opened_day) AS opened_month,
  count(*) AS dispute_count,
  count(DISTINCT CASE WHEN order_id IS NULL THEN dispute_id ELSE transaction_id || '/' || ordered_at END)
    AS disputed_transaction_count,
  count(*) FILTER (outcome = 'ACCEPTED_BY_SELLER') AS resolved_by_seller_count,
  count(escalated_at) AS escalated_count,
  count(*) FILTER (outcome IN ('SELLER_FAVOUR', 'BUYER_FAVOUR', 'PARTIAL', 'MARKETPLACE_PAID')) AS decided_count,
  count(*) FILTER (outcome = 'SELLER_FAVOUR') AS seller_favour_count,
  count(*) FILTER (outcome = 'BUYER_FAVOUR') AS buyer_favour_count,
  count(*) FILTER (outcome = 'PARTIAL') AS partial_count,
  count(*) FILTER (outcome = 'MARKETPLACE_PAID') AS marketplace_paid_count,
  count(*) FILTER (outcome = 'WITHDRAWN') AS withdrawn_count,
  count(*) FILTER (outcome = 'OPEN') AS open_count,
  count(*) FILTER (is_adjusted) AS adjusted_count,
  sum(claimed) FILTER (claimed_currency = (SELECT currency FROM reporting)) AS disputed_amount,
  sum(refunded) FILTER (claimed_currency = (SELECT currency FROM reporting)) AS refunded_amount,
  count(*) FILTER (claimed IS NULL OR claimed_currency <> (SELECT currency FROM reporting)) AS unconverted_count,
  (SELECT currency FROM reporting) AS currency, DATE '${as_of}' AS as_of_date
FROM disputes_as_of(DATE '${as_of}')
GROUP BY ALL;

-- Peers: the sellers whose lines are mostly of the same category; quartiles from 5 of them on.
CREATE OR REPLACE TABLE independent_scorecards AS
WITH main_lines AS (
  SELECT seller_id, category, count(*) AS n FROM lines
  WHERE ordered_day BETWEEN DATE '${as_of}' - ${window_days} + 1 AND DATE '${as_of}' GROUP BY ALL),
mains AS (
  SELECT seller_id, category AS main_category FROM main_lines
  QUALIFY row_number() OVER (PARTITION BY seller_id ORDER BY n DESC, category) = 1),
peers AS (
  SELECT main_category, count(*) AS n, quantile_cont(dispute_rate, [0.25, 0.5, 0.75]) AS quartiles
  FROM mains JOIN independent_scorecards USING (seller_id) GROUP BY ALL),
-- First disputes of lines by their delay; what is older than 120 days is as old as that.
delays AS (
  SELECT min(opened_day) - ordered_day AS delay, least(DATE '${as_of}' - ordered_day, 120) AS age
  FROM disputes_as_of(DATE '${as_of}') WHERE order_id IS NOT NULL GROUP BY transaction_id, ordered_at, ordered_day),
steps AS (
  SELECT s, count(*) FILTER (delay = s) AS opened, count(*) FILTER (delay <= s AND age >= s) AS at_risk
  FROM delays, range(1, 121) AS r(s) GROUP BY s),
curve AS (
  SELECT t, coalesce(product(1 - opened / at_risk) FILTER (s > t AND at_risk > 0), 1) AS opened_by_then
  FROM steps, range(0, 121) AS r(t) GROUP BY t),
maturity AS (
  SELECT seller_id, avg(opened_by_then) AS maturity_share
  FROM lines JOIN curve ON t = least(DATE '${as_of}' - ordered_day, 120)
  WHERE ordered_day BETWEEN DATE '${as_of}' - ${window_days} + 1 AND DATE '${as_of}'
    AND (SELECT count(*) FROM delays WHERE age = 120 AND delay <= 120) >= 30
  GROUP BY seller_id)
SELECT c.*, m.main_category, coalesce(p.n, 0) AS peer_seller_count,
  CASE WHEN p.n >= 5 THEN quartiles[1] END AS peer_p25, CASE WHEN p.n >= 5 THEN quartiles[2] END AS peer_p50,
  CASE WHEN p.n >= 5 THEN quartiles[3] END AS peer_p75, maturity_share
FROM independent_scorecards c LEFT JOIN mains m USING (seller_id) LEFT JOIN peers p USING (main_category)
  LEFT JOIN maturity USING (seller_id);
