package dev.hindsight.nightly;

/** This program's name and version. */
public final class Program {
  public static final String VERSION = "hindsight 0.1.0";

  private Program() {}
}
