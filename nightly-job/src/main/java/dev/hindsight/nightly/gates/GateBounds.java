package dev.hindsight.nightly.gates;

/**
 * How far a night may be from what is usual.
 *
 * @param fall a day with less than this share of its usual count has too little, if chance does not
 *     explain it; 0: no day ever has
 * @param rise a day with more than so many times its usual count has too much, likewise
 * @param missingTransactionShare the share of disputes whose transaction may be missing
 */
public record GateBounds(double fall, double rise, double missingTransactionShare) {
  public static final GateBounds DEFAULT = new GateBounds(0.4, 3, 0.1);

  public GateBounds {
    if (!(fall >= 0 && fall < 1)) {
      throw new IllegalArgumentException(
          "--gate-fall: %s is not possible; write 0 to 0.99".formatted(fall));
    }
    if (!(rise > 1)) {
      throw new IllegalArgumentException(
          "--gate-rise: %s is not possible; write more than 1".formatted(rise));
    }
    if (!(missingTransactionShare >= 0 && missingTransactionShare <= 1)) {
      throw new IllegalArgumentException(
          "--gate-missing-transactions: %s is no share; write 0 to 1"
              .formatted(missingTransactionShare));
    }
  }
}
