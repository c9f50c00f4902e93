INSERT INTO landed BY NAME
SELECT 't-' || day || '-' || line AS transaction_id, 's-' || line %% 2 AS seller_id, day AS ordered_date,
  CAST(day AS TIMESTAMP) AT TIME ZONE 'UTC' AS ordered_at, 1 AS batch_number, line AS line_number
FROM sold, range(line_count) AS numbered(line);

INSERT INTO disputes BY NAME
SELECT 'd-' || day AS dispute_id, 's-0' AS seller_id, 't-' || (day - 10) || '-0' AS transaction_id,
  day - 10 IN (SELECT day FROM sold WHERE line_count > 0) AS is_transaction_found, transaction_id AS order_id,
  day - 10 AS ordered_date, 'Toys' AS category, 'LATE_DELIVERY' AS cause, day AS opened_date,
  date_trunc('month', day) AS opened_month, 3 AS event_count, false AS is_adjusted
FROM sold WHERE day >= DATE '%3$s' + 10;

INSERT INTO daily_counts BY NAME
SELECT day AS counted_date, line_count AS transaction_count,
  (SELECT count(*) FROM disputes WHERE ordered_date = day AND is_transaction_found) AS disputed_transaction_count,
  (SELECT coalesce(sum(event_count), 0) FROM disputes WHERE opened_date = day) AS event_count,
  (SELECT count(*) FROM disputes WHERE opened_date = day) AS opened_dispute_count,
  DATE '%1$s' AS as_of_date
FROM sold;

INSERT INTO outcomes BY NAME
SELECT seller_id, category, cause, opened_month, count(*) AS dispute_count, count(*) AS open_count,
  0 AS resolved_by_seller_count, 0 AS decided_count, 0 AS withdrawn_count, 0 AS seller_favour_count,
  0 AS buyer_favour_count, 0 AS partial_count, 0 AS marketplace_paid_count
FROM disputes GROUP BY ALL;

INSERT INTO seller_scorecards BY NAME
SELECT seller_id,
  (SELECT count(*) FROM landed AS l WHERE l.seller_id = s.seller_id AND l.ordered_date >= DATE '%2$s') AS transaction_count,
  (SELECT count(*) FROM disputes AS d WHERE d.seller_id = s.seller_id AND opened_date >= DATE '%2$s') AS opened_dispute_count,
  (SELECT count(*) FROM disputes AS d WHERE d.seller_id = s.seller_id AND d.ordered_date >= DATE '%2$s' AND is_transaction_found)
    AS disputed_transaction_count,
  0 AS adjusted_count
FROM (SELECT seller_id FROM landed WHERE ordered_date >= DATE '%2$s'
  UNION SELECT seller_id FROM disputes WHERE opened_date >= DATE '%2$s') AS s;

UPDATE seller_scorecards SET observed_count = disputed_transaction_count;

INSERT INTO seller_causes BY NAME
SELECT seller_id, 'LATE_DELIVERY' AS cause, observed_count, 0 AS adjusted_count FROM seller_scorecards;

INSERT INTO seller_reports BY NAME
SELECT seller_id FROM seller_scorecards;

INSERT INTO trends BY NAME
SELECT 'MARKETPLACE' AS scope, '*' AS scope_id, cause, date_trunc('week', opened_date) AS week_start_date, count(*) AS dispute_count
FROM disputes GROUP BY ALL;
