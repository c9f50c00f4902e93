package dev.hindsight.datasets.lake;

/** Another process holds the lake, a share of it, or its job repository. */
public final class LakeHeldException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public LakeHeldException(Lake lake, String holder) {
    this("Lake %s is held by %s; wait until it has ended".formatted(lake.root(), holder));
  }

  private LakeHeldException(String message) {
    super(message);
  }

  /**
   * Another process has that share of the lake.
   *
   * @param share such as {@code 2/5}
   */
  public static LakeHeldException ofShare(Lake lake, String share, String holder) {
    return new LakeHeldException(
        "Share %s of lake %s is held by %s; wait until it has ended, or take another share"
            .formatted(share, lake.root(), holder));
  }

  /**
   * Others have shares of the lake, but of another number of shares.
   *
   * @param share such as {@code 1/4}
   */
  public static LakeHeldException ofOtherShares(Lake lake, String share, String holders) {
    return new LakeHeldException(
        "Share %s of lake %s cannot run beside %s: all shares that run at once are of one number; wait until those have ended, or take one of theirs"
            .formatted(share, lake.root(), holders));
  }
}
