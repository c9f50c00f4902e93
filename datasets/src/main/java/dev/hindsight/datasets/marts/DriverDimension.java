package dev.hindsight.datasets.marts;

/**
 * What the disputed orders of a seller may have in common. Of two values that the same orders have,
 * that of the former dimension is named: articles are what a seller can look at.
 */
public enum DriverDimension {
  /** The seller's article number. */
  SKU,
  /** Who carried the parcel. */
  CARRIER,
  /** The carrier's product. */
  SERVICE_LEVEL,
  /** Where the parcel was sent. */
  SHIP_REGION,
  /** The price of the order line, between fixed edges in the reporting currency. */
  PRICE_BAND,
  /** Days from the order to the promised arrival. */
  PROMISED_TIME,
  /** Whether the parcel arrived by the promised time. */
  LATE_DELIVERY,
  /** The day of the week of the order. */
  WEEKDAY,
  /** Who stored and shipped the article. */
  FULFILLED_BY
}
