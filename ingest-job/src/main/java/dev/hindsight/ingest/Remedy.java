package dev.hindsight.ingest;

/** What an operator is told of a failure that is no file's fault: what it is, and what to do. */
public final class Remedy {
  private Remedy() {}

  /**
   * In words.
   *
   * @param root the innermost cause
   */
  public static String of(Throwable root) {
    if (root instanceof OutOfMemoryError) {
      return outOfMemory(String.valueOf(root.getMessage()));
    }
    if (root instanceof Error) {
      return "%s; the program or its installation is at fault: report it with what --verbose shows"
          .formatted(root);
    }
    return String.valueOf(root.getMessage()).contains("No space left")
        ? "the disk is full; make room on it, and run it again"
        : "%s; run it again when that is mended".formatted(root);
  }

  /** Threads lie outside of the heap: more of that would leave less for them. */
  private static String outOfMemory(String what) {
    String remedy =
        what.contains("native thread")
            ? "let the process have more threads, or the machine more memory"
            : "give it more heap, such as with HINDSIGHT_JAVA_OPTS=-Xmx1g";
    return "out of memory: %s; %s".formatted(what, remedy);
  }
}
