package dev.hindsight.reports.overview;

import java.util.List;

/**
 * All sellers' disputed orders beside what similar sellers would have had.
 *
 * @param sellers those that are drawn: flagged ones, and the largest of the others
 * @param limits 95 % and 99.8 %, by expected count
 * @param spread variance of true ratios among ordinary sellers
 * @param tooFewCount sellers that are not drawn, because too little is expected of them, or it is
 *     not known
 * @param leftOutCount sellers that are not drawn, because there are too many
 * @param flagged pairs of seller and cause that are flagged, most excess first; at most so many
 * @param flaggedCount all of those pairs
 */
public record Funnel(
    List<Seller> sellers,
    List<Limit> limits,
    double spread,
    long tooFewCount,
    long leftOutCount,
    List<FlaggedCause> flagged,
    long flaggedCount) {

  public Funnel {
    sellers = List.copyOf(sellers);
    limits = List.copyOf(limits);
    flagged = List.copyOf(flagged);
  }

  /** The limits at an expected count: 19 of 20, and 499 of 500, ordinary sellers are within. */
  public record Limit(
      double expected, double low95, double high95, double low998, double high998) {}

  /** What of a seller is unlikely to be chance. */
  public enum Standing {
    ORDINARY,
    FLAGGED_CAUSE,
    FLAGGED
  }

  /**
   * A seller.
   *
   * @param page the file name of its report
   */
  public record Seller(
      String name,
      String page,
      long orders,
      long observed,
      double expected,
      double ratio,
      Standing standing) {}

  /** A cause of which a seller has more than similar ones, unlikely to be chance. */
  public record FlaggedCause(
      String sellerName,
      String page,
      String cause,
      long observed,
      double expected,
      double qValue,
      boolean isConfirmed) {
    public double ratio() {
      return observed / expected;
    }
  }

  public long count(Standing standing) {
    return sellers.stream().filter(seller -> seller.standing() == standing).count();
  }
}
