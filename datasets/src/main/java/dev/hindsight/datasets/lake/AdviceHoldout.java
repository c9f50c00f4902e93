package dev.hindsight.datasets.lake;

import static dev.hindsight.datasets.contract.Required.required;

/**
 * Which sellers get no recommendations, so that the others can be compared with them. A seller is
 * one of them where the first 8 hexadecimal digits of {@code sha256(salt + ':' + seller_id)}, read
 * as a number, are below share x 2^32: the same every night and in every engine, and still so when
 * the share grows.
 *
 * @param share 0 to 1
 * @param salt another one draws other sellers
 */
public record AdviceHoldout(double share, String salt) {
  /** The salt that is used where none is set. */
  public static final String DEFAULT_SALT = "hindsight";

  /** Everybody is advised. */
  public static final AdviceHoldout NONE = new AdviceHoldout(0, DEFAULT_SALT);

  /** How many different numbers the digits of the hash make. */
  private static final double NUMBERS = 0x1.0p32;

  public AdviceHoldout {
    required(salt, "salt");
    if (!(share >= 0 && share <= 1)) {
      throw new IllegalArgumentException("%s is no share; write 0 to 1".formatted(share));
    }
  }

  /** The least number that a seller who is advised has. */
  public long leastAdvised() {
    return (long) Math.ceil(share * NUMBERS);
  }
}
