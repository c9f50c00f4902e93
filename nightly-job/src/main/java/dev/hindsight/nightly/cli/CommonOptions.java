package dev.hindsight.nightly.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/**
 * What every command takes. The program reads them before anything else; here they are for the
 * help.
 */
final class CommonOptions {
  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this help and exit.")
  private boolean isHelpAsked;

  @Option(
      names = {"-V", "--version"},
      versionHelp = true,
      description = "Show the program's version and exit.")
  private boolean isVersionAsked;

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description =
          "Configuration file (default: ./hindsight.yaml, /etc/hindsight/hindsight.yaml).")
  private @Nullable Path config;

  @Option(
      names = {"-q", "--quiet"},
      description = "Say only what went wrong.")
  private boolean isQuiet;

  @Option(
      names = {"-v", "--verbose"},
      description = "Say more, stack traces included.")
  private boolean isVerbose;

  @Option(
      names = "--log-format",
      paramLabel = "FORMAT",
      defaultValue = "text",
      description = "text, or json: an object on each line of the log (default: text).")
  private LogFormat logFormat = LogFormat.TEXT;

  boolean isVerbose() {
    return isVerbose;
  }

  boolean isQuiet() {
    return isQuiet;
  }

  /** Where a command tells what is no result: stderr, unless it is to be quiet. */
  AskedVersion.Told told(CommandSpec spec) {
    PrintWriter err = spec.commandLine().getErr();
    return words -> {
      if (!isQuiet) {
        err.println("hindsight: " + words);
      }
    };
  }
}
