package dev.hindsight.nightly.cli;

import java.util.List;
import java.util.Locale;

/** How the log on stderr looks. */
enum LogFormat {
  TEXT("logback.xml"),
  /** An object on each line, for programs that collect logs. */
  JSON("logback-json.xml");

  private static final String OPTION = "--log-format";

  private final String configuration;

  LogFormat(String configuration) {
    this.configuration = configuration;
  }

  /** The name of Logback's configuration. */
  String configuration() {
    return configuration;
  }

  /** What a command line asks for: the log is there before it is parsed. */
  static LogFormat of(List<String> words) {
    // The value follows the option as the next word, or behind an equals sign.
    String line = String.join("=", words) + "=";
    return line.toLowerCase(Locale.ROOT).contains(OPTION + "=json=") ? JSON : TEXT;
  }
}
