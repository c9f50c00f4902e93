package dev.hindsight.analytics;

import java.io.IOException;

/**
 * Ends this process when the one that started it is gone, however it ended: the operating system
 * then closes the pipe that is this process's standard input.
 */
final class ParentWatch implements Runnable {
  private static final int EXIT_ORPHANED = 130;

  private ParentWatch() {}

  static void start() {
    Thread thread = new Thread(new ParentWatch(), "parent-watch");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void run() {
    try {
      while (System.in.read() >= 0) {
        // what the parent writes does not matter, only that it still could
      }
    } catch (IOException e) {
      // a broken pipe says the same as its end
    }
    Runtime.getRuntime().halt(EXIT_ORPHANED);
  }
}
