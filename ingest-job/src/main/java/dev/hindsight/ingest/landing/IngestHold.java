package dev.hindsight.ingest.landing;

/**
 * What an ingest holds of a lake until it ends: all of it, or, beside others, a share of what lands
 * there.
 */
public interface IngestHold {
  /** All of it, proved by the lake's own lock. */
  IngestHold ALONE = () -> {};

  /** The turn to look at the plan that all shares have in common, and to write it. */
  interface Turn extends AutoCloseable {
    /** Lets the next one look. */
    @Override
    void close();
  }

  /** Makes sure that it is still held; throws where it is not. */
  void require();

  /** What it holds, and nobody else does. */
  default Share share() {
    return Share.WHOLE;
  }

  /** Whether another share is held now, by somebody else. */
  default boolean isHeld(Share other) {
    return false;
  }

  /** Waits until no other share looks at the plan. */
  default Turn turn() {
    return () -> {};
  }
}
