-- What changed between earlier_disputes and current_disputes, counted from their rows alone.
CREATE VIEW both_disputes AS
SELECT 'earlier' AS side, * FROM earlier_disputes UNION ALL SELECT 'current' AS side, * FROM current_disputes;

CREATE VIEW numbers AS
SELECT side, ordered_date AS counted_date, 'DISPUTED_TRANSACTIONS' AS measure,
  count(DISTINCT transaction_id || ' ' || ordered_at) AS number, NULL::DECIMAL(18, 4) AS amount
FROM both_disputes WHERE is_transaction_found GROUP BY side, ordered_date
UNION ALL
SELECT side, ordered_date, 'DISPUTED_ORDERS', count(DISTINCT seller_id || ' ' || order_id), NULL
FROM both_disputes WHERE is_transaction_found GROUP BY side, ordered_date
UNION ALL
SELECT side, opened_date, 'OPENED_DISPUTES', count(*), sum(disputed_amount) FROM both_disputes GROUP BY side, opened_date
UNION ALL
SELECT side, opened_date, 'OPEN_DISPUTES', count(*), NULL FROM both_disputes WHERE outcome = 'OPEN' GROUP BY side, opened_date
UNION ALL
SELECT side, opened_date, 'DECIDED_DISPUTES', count(*), NULL FROM both_disputes
WHERE outcome IN ('SELLER_FAVOUR', 'BUYER_FAVOUR', 'PARTIAL', 'MARKETPLACE_PAID') GROUP BY side, opened_date
UNION ALL
SELECT side, opened_date, 'WON_DISPUTES', count(*), NULL FROM both_disputes WHERE outcome = 'SELLER_FAVOUR' GROUP BY side, opened_date
UNION ALL
SELECT side, opened_date, 'ADJUSTED_DISPUTES', count(*), NULL FROM both_disputes WHERE is_adjusted GROUP BY side, opened_date
UNION ALL
SELECT side, opened_date, 'REFUNDED_DISPUTES', count(refunded_at), sum(refunded_amount) FROM both_disputes GROUP BY side, opened_date;

CREATE VIEW recounted AS
SELECT counted_date, measure,
  coalesce(sum(number) FILTER (side = 'earlier'), 0)::BIGINT AS earlier_count,
  coalesce(sum(number) FILTER (side = 'current'), 0)::BIGINT AS current_count,
  sum(amount) FILTER (side = 'earlier')::DECIMAL(18, 4) AS earlier_amount,
  sum(amount) FILTER (side = 'current')::DECIMAL(18, 4) AS current_amount
FROM numbers
WHERE counted_date <= (SELECT max(as_of_date) FROM earlier_disputes)
GROUP BY counted_date, measure
HAVING earlier_count <> current_count OR coalesce(earlier_amount, 0) <> coalesce(current_amount, 0);

CREATE VIEW published AS
SELECT counted_date, measure, earlier_count, current_count, earlier_amount, current_amount
FROM restatements WHERE dataset = 'disputes';
