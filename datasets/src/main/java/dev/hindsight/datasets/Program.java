package dev.hindsight.datasets;

/** The program's name and version, as versions of the lake record who made them. */
public final class Program {
  public static final String VERSION = "hindsight 0.1.0";

  private Program() {}
}
