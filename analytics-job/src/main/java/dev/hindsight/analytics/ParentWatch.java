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
    end();
  }

  /**
   * To halt is the second choice: where Java was asked to archive its classes as it ends, that
   * takes many seconds. It does not let a process send itself a signal that it cannot handle.
   */
  private static void end() {
    String kill = "kill -KILL " + ProcessHandle.current().pid();
    try {
      new ProcessBuilder("/bin/sh", "-c", kill).inheritIO().start().waitFor();
    } catch (IOException | InterruptedException e) {
      // no shell here
    }
    Runtime.getRuntime().halt(EXIT_ORPHANED);
  }
}
