package dev.hindsight.ingest.rows;

/** Why a row is not taken: what is wrong, and what would be right. */
public enum Reason {
  MISSING_VALUE("is missing", "%s"),
  TOO_FEW_CELLS("has too few cells", "the header has %s; write empty cells too"),
  TOO_MANY_CELLS("has too many cells", "the header has %s; quote cells that hold commas"),
  UNKNOWN_VALUE("is not known", "write one of %s"),
  NOT_AN_INSTANT("is not an instant", "write 2024-03-31T14:05:00Z"),
  NO_OFFSET("has no offset from UTC", "write 2024-03-31T14:05:00Z or 2024-03-31T14:05:00+02:00"),
  NOT_A_DATE("is not a date", "write 2024-03-31"),
  OUT_OF_RANGE("is out of range", "write a date from %s"),
  DELIVERED_BEFORE_ORDERED("is before ordered_at %s", "check which of them is right"),
  NOT_A_DECIMAL("is not a decimal number", "write 1234.50"),
  NEGATIVE_AMOUNT("is negative", "write amounts without a sign"),
  TOO_MANY_DIGITS("is too large", "write at most %s digits before the point"),
  TOO_MANY_DECIMALS("has too many decimals", "write at most %s"),
  NOT_A_WHOLE_NUMBER("is not a whole number", "write 3"),
  NOT_POSITIVE("is not positive", "write 1 or more"),
  UNKNOWN_CURRENCY("is not a currency", "write an ISO-4217 code such as EUR"),
  LOOKS_LIKE_EMAIL("looks like an email address", "write a pseudonymous id"),
  NOT_AN_EMAIL("is not an email address", "write one address such as shop@seller.example"),
  NOT_A_LOCALE("is not a language tag", "write one such as pt-BR"),
  NOT_A_TIME_ZONE("is not a time zone", "write an IANA name such as America/Sao_Paulo"),
  NOT_A_STATUS_CODE("is not an enhanced status code of RFC 3463", "write one such as 5.1.1"),
  NOT_A_LABEL(
      "is not a label", "write a code or a few words, at most %s characters, and no address"),
  NOT_IN_MAP("is not in the profile's map %s", "add it there with what it means"),
  NOT_IN_DATE_PATTERN("is not a date as the profile has it", "write it as %s"),
  NOT_IN_NUMBER_STYLE("is not a number as the profile has it", "write 1234.50 as %s"),
  OUT_OF_ORDER("is before %s", "check which of them is right");

  private final String wrong;
  private final String right;

  Reason(String wrong, String right) {
    this.wrong = wrong;
    this.right = right;
  }

  /** In words, with the detail that the words leave open. */
  String words(String detail) {
    return wrong.formatted(detail) + "; " + right.formatted(detail);
  }
}
