package dev.hindsight.nightly;

import dev.hindsight.nightly.cli.HindsightCommand;

/** The program's entry. */
public final class HindsightApplication {
  private HindsightApplication() {}

  public static void main(String[] arguments) {
    System.exit(HindsightCommand.run(arguments));
  }
}
