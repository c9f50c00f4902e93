-- A marketplace of ${transactions} order lines in 270 days: 20,000 sellers whose sizes follow Zipf's law, orders of
-- one to three lines, deliveries, and two disputes for every hundred lines. Everything is drawn by hashes, so that the
-- same number gives the same rows. One seller in forty has three times its share of damaged parcels, half of those with one carrier.
SET TimeZone = 'UTC';

CREATE MACRO chance(number, salt) AS (hash(number::BIGINT * 64 + salt) >> 11)::DOUBLE / 9007199254740992;
CREATE MACRO pick(names, share) AS names[1 + floor(share * len(names))::INTEGER];
CREATE MACRO seconds(instant, number) AS instant + to_seconds(floor(number)::BIGINT);

CREATE TABLE lines AS
WITH numbered AS (SELECT i, i * 5 // 7 AS o FROM range(${transactions}) AS r(i)),
ordered AS (
  SELECT i, o,
    -- a seller's rank: each next one has as many orders as its rank is higher
    least(floor(exp(chance(o, 1) * ln(20001)))::INTEGER, 20000) AS seller,
    seconds(TIMESTAMPTZ '${first_date}T00:00:00Z', (o / (${transactions} * 5 / 7) * 269 + chance(o, 2)) * 86399) AS ordered_at,
    floor(chance(o, 3) * 3000000)::INTEGER AS buyer,
    floor(chance(o, 4) * 8)::INTEGER AS carrier,
    floor(chance(o, 5) * 50)::INTEGER AS region,
    floor(chance(i, 6) * 15)::INTEGER AS article
  FROM numbered)
SELECT *, seller * 15 + article AS sku, (seller * 31 + article // 5 * 7) % 200 AS category,
  2 + floor(chance(o, 7) * 9) AS promised_days, 1 + chance(o, 8) * 9 + CASE WHEN chance(o, 9) < 0.08 THEN 6 ELSE 0 END AS days,
  -- prices of articles, mostly small
  round(3 + 400 * pow(chance(seller * 15 + article, 10), 4), 2)::DECIMAL(18, 4) AS amount,
  chance(o, 11) < 0.2 AS is_of_marketplace
FROM ordered;

CREATE TABLE disputed AS
WITH drawn AS (
  SELECT *, chance(i, 20) AS draw,
    CASE WHEN seller % 40 = 7 AND carrier < 4 THEN 0.01 ELSE 0 END AS extra
  FROM lines)
SELECT *, 'd-' || i AS dispute_id,
  CASE WHEN draw >= 0.0188 THEN 'DAMAGED_IN_TRANSIT'
    WHEN days > promised_days AND chance(i, 21) < 0.5 THEN 'LATE_DELIVERY'
    ELSE pick(['ITEM_NOT_RECEIVED', 'ITEM_NOT_RECEIVED', 'ITEM_NOT_RECEIVED', 'DEFECTIVE', 'DEFECTIVE', 'DEFECTIVE',
      'NOT_AS_DESCRIBED', 'NOT_AS_DESCRIBED', 'NOT_AS_DESCRIBED', 'DAMAGED_IN_TRANSIT', 'DAMAGED_IN_TRANSIT', 'WRONG_ITEM',
      'MISSING_PARTS', 'ORDER_CANCELLED', 'REFUND_NOT_PROCESSED', 'UNAUTHORISED'], chance(i, 22)) END AS cause,
  seconds(ordered_at, (days + 10 * -ln(1 - 0.99 * chance(i, 23))) * 86400) AS opened_at,
  seconds(ordered_at, (days + 10 * -ln(1 - 0.99 * chance(i, 23)) + 4 * -ln(1 - 0.99 * chance(i, 24))) * 86400) AS settled_at,
  chance(i, 25) < 0.3 AS is_escalated, chance(i, 26) < 0.85 AS is_replied
FROM drawn WHERE draw < 0.0188 + extra;

CREATE TABLE events AS
WITH steps AS (
  SELECT *, unnest([
    {'type': 'OPENED', 'share': 0.0, 'is_there': true},
    {'type': 'SELLER_REPLIED', 'share': 0.3, 'is_there': is_replied},
    {'type': 'ESCALATED', 'share': 0.5, 'is_there': is_escalated},
    {'type': 'REVIEW_STARTED', 'share': 0.6, 'is_there': is_escalated},
    {'type': 'DECIDED', 'share': 1.0, 'is_there': is_escalated},
    {'type': 'SELLER_RESOLVED', 'share': 1.0, 'is_there': is_replied AND NOT is_escalated},
    {'type': 'REFUNDED', 'share': 1.1, 'is_there': chance(i, 27) < 0.6},
    {'type': 'CLOSED', 'share': 1.2, 'is_there': chance(i, 28) < 0.8}]) AS step
  FROM disputed)
SELECT dispute_id, i, seller, step.type AS event_type, cause, amount, carrier,
  seconds(opened_at, step.share * epoch(settled_at - opened_at)) AS occurred_at
FROM steps WHERE step.is_there;

-- The landed files of a month: its order lines, and the events that happened in it.
CREATE MACRO transactions_of(number, month) AS TABLE
SELECT 't-' || i AS transaction_id, 'o-' || o AS order_id, 's-' || seller AS seller_id, 'category ' || category AS category,
  amount, 'EUR' AS currency, ordered_at, ordered_at::DATE AS ordered_date, 'b-' || buyer AS buyer_id, 'sku-' || sku AS sku,
  1::INTEGER AS quantity, seconds(ordered_at, promised_days * 86400) AS promised_by, seconds(ordered_at, 43200) AS shipped_at,
  CASE WHEN chance(o, 12) < 0.98 THEN seconds(ordered_at, days * 86400) END AS delivered_at, 'carrier ' || carrier AS carrier,
  pick(['standard', 'express', 'economy'], chance(o, 13)) AS service_level, 'region ' || region AS ship_region,
  CASE WHEN is_of_marketplace THEN 'MARKETPLACE' ELSE 'SELLER' END AS fulfilled_by,
  number::INTEGER AS batch_number, i + 2 AS line_number
FROM lines WHERE date_diff('day', DATE '${first_date}', ordered_at::DATE) // 30 = month;

CREATE MACRO dispute_events_of(number, month) AS TABLE
SELECT 'e-' || i || '-' || event_type AS event_id, dispute_id, 's-' || seller AS seller_id, event_type, occurred_at,
  occurred_at::DATE AS occurred_date, 't-' || i AS transaction_id, NULL::VARCHAR AS actor,
  CASE WHEN event_type = 'OPENED' THEN cause END AS cause,
  CASE WHEN event_type IN ('OPENED', 'REFUNDED') THEN amount END AS amount,
  CASE WHEN event_type IN ('OPENED', 'REFUNDED') THEN 'EUR' END AS currency,
  CASE WHEN event_type = 'DECIDED' THEN pick(['SELLER_FAVOUR', 'BUYER_FAVOUR', 'BUYER_FAVOUR', 'PARTIAL'], chance(i, 29)) END AS outcome,
  NULL::VARCHAR AS category, number::INTEGER AS batch_number, i + 2 AS line_number
FROM events WHERE date_diff('day', DATE '${first_date}', occurred_at::DATE) // 30 = month;

CREATE MACRO sellers_of(number, month) AS TABLE
SELECT 's-' || i AS seller_id, 'Seller ' || i AS name, 'seller-' || i || '@mail.example' AS email, 'de-DE' AS locale,
  'Europe/Berlin' AS time_zone, NULL::VARCHAR AS reports, NULL::DATE AS valid_from, number::INTEGER AS batch_number, i + 2 AS line_number
FROM range(1, 20001) AS r(i) WHERE month = 0;
