package dev.hindsight.datasets.lake;

/** Another process holds the lake, or its job repository. */
public final class LakeHeldException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public LakeHeldException(Lake lake, String holder) {
    super("Lake %s is held by %s; wait until it has ended".formatted(lake.root(), holder));
  }
}
