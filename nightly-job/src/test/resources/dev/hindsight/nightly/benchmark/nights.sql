-- A marketplace of 2,000 sellers whose sizes follow Zipf's law, ${lines} order lines a day from ${first_date} on, one in a hundred disputed. Each
-- line lands on its day, and again, with its delivery, 2 to 29 days later. Everything is drawn by hashes, so that the same numbers give the same rows.
SET TimeZone = 'UTC';

CREATE MACRO chance(number, salt) AS (hash(number::BIGINT * 64 + salt) >> 11)::DOUBLE / 9007199254740992;
CREATE MACRO pick(names, share) AS names[1 + floor(share * len(names))::INTEGER];
CREATE MACRO seconds(instant, number) AS instant + to_seconds(floor(number)::BIGINT);
CREATE MACRO delivered_after(line) AS 2 + floor(chance(line, 12) * 28)::INTEGER;

CREATE MACRO lines_of(first_day, end_day) AS TABLE
WITH numbered AS (SELECT i, i // ${lines} AS day, i * 5 // 7 AS o FROM range(first_day * ${lines}, end_day * ${lines}) AS r(i))
SELECT i, day, o, least(floor(exp(chance(o, 1) * ln(2001)))::INTEGER, 2000) AS seller,
  seconds(TIMESTAMPTZ '${first_date}T00:00:00Z', day * 86400 + chance(i, 2) * 86399) AS ordered_at,
  floor(chance(o, 3) * 3000000)::INTEGER AS buyer, floor(chance(o, 4) * 8)::INTEGER AS carrier, floor(chance(o, 5) * 50)::INTEGER AS region,
  floor(chance(i, 6) * 15)::INTEGER AS article
FROM numbered;

-- The order lines that land on a day.
CREATE MACRO landing_on(landed_day) AS TABLE
FROM lines_of(landed_day, landed_day + 1)
UNION ALL
FROM lines_of(greatest(0, landed_day - 29), greatest(0, landed_day - 1)) WHERE day + delivered_after(i) = landed_day;

CREATE MACRO transactions_of(landed_day) AS TABLE
SELECT 't-' || i AS transaction_id, 'o-' || o AS order_id, 's-' || seller AS seller_id, 'category ' || (seller * 31 + article // 5 * 7) % 200 AS category,
  round(3 + 400 * pow(chance(seller * 15 + article, 10), 4), 2)::DECIMAL(18, 4) AS amount, 'EUR' AS currency, ordered_at, 'b-' || buyer AS buyer_id,
  'sku-' || seller * 15 + article AS sku, 1::INTEGER AS quantity, seconds(ordered_at, (4 + floor(chance(o, 7) * 6)) * 86400) AS promised_by,
  seconds(ordered_at, 43200) AS shipped_at, CASE WHEN landed_day > day THEN seconds(ordered_at, delivered_after(i) * 86400 - 43200) END AS delivered_at,
  'carrier ' || carrier AS carrier, pick(['standard', 'express', 'economy'], chance(o, 13)) AS service_level, 'region ' || region AS ship_region,
  CASE WHEN chance(o, 11) < 0.2 THEN 'MARKETPLACE' ELSE 'SELLER' END AS fulfilled_by
FROM landing_on(landed_day);

CREATE TABLE disputed AS
SELECT *, 3 + chance(i, 23) * 30 AS days, pick(['ITEM_NOT_RECEIVED', 'ITEM_NOT_RECEIVED', 'DEFECTIVE', 'DEFECTIVE', 'NOT_AS_DESCRIBED', 'DAMAGED_IN_TRANSIT',
  'WRONG_ITEM', 'MISSING_PARTS', 'LATE_DELIVERY', 'REFUND_NOT_PROCESSED'], chance(i, 22)) AS cause
FROM lines_of(0, ${days}) WHERE chance(i, 20) < 0.01;

CREATE TABLE events AS
WITH steps AS (
  SELECT *, unnest([
    {'type': 'OPENED', 'days': 0.0, 'is_there': true},
    {'type': 'SELLER_REPLIED', 'days': 1.0, 'is_there': chance(i, 26) < 0.85},
    {'type': 'ESCALATED', 'days': 2.5, 'is_there': chance(i, 25) < 0.3},
    {'type': 'DECIDED', 'days': 6.0, 'is_there': chance(i, 25) < 0.3},
    {'type': 'SELLER_RESOLVED', 'days': 3.0, 'is_there': chance(i, 26) < 0.85 AND chance(i, 25) >= 0.3},
    {'type': 'REFUNDED', 'days': 7.0, 'is_there': chance(i, 27) < 0.6},
    {'type': 'CLOSED', 'days': 8.0, 'is_there': chance(i, 28) < 0.8}]) AS step
  FROM disputed)
SELECT i, seller, step.type AS event_type, cause, seconds(ordered_at, (days + step.days) * 86400) AS occurred_at FROM steps WHERE step.is_there;

CREATE MACRO dispute_events_of(landed_day) AS TABLE
SELECT 'e-' || i || '-' || event_type AS event_id, 'd-' || i AS dispute_id, 's-' || seller AS seller_id, event_type, occurred_at, 't-' || i AS transaction_id,
  NULL::VARCHAR AS actor, CASE WHEN event_type = 'OPENED' THEN cause END AS cause, NULL::DECIMAL(18, 4) AS amount, NULL::VARCHAR AS currency,
  CASE WHEN event_type = 'DECIDED' THEN pick(['SELLER_FAVOUR', 'BUYER_FAVOUR', 'BUYER_FAVOUR', 'PARTIAL'], chance(i, 29)) END AS outcome, NULL::VARCHAR AS category
FROM events WHERE date_diff('day', DATE '${first_date}', occurred_at::DATE) = landed_day;
