package dev.hindsight.nightly.cli;

import dev.hindsight.datasets.Program;
import dev.hindsight.ingest.landing.Share;
import dev.hindsight.ingest.names.NearestName;
import dev.hindsight.nightly.settings.Settings;
import dev.hindsight.nightly.settings.SettingsException;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine.UnmatchedArgumentException;

/** The program. */
@Command(
    name = "hindsight",
    header = {
      "Turns a marketplace's dispute and transaction logs into fewer disputes.",
      "",
      "Example: hindsight nightly --landing /data/landing --lake /data/lake",
      ""
    },
    mixinStandardHelpOptions = true,
    version = Program.VERSION,
    subcommands = {
      NightlyCommand.class,
      IngestCommand.class,
      AnalyzeCommand.class,
      ReportCommand.class,
      CheckCommand.class,
      ProfilesCommand.class,
      SqlCommand.class,
      DiffCommand.class,
      RejectsCommand.class,
      RunsCommand.class,
      PreviewCommand.class,
      DeliveriesCommand.class,
      StatusCommand.class,
      CurrentCommand.class,
      ForgetCommand.class,
      ConfigCommand.class,
      SampleCommand.class
    })
public final class HindsightCommand implements Runnable {
  private static final String LEVEL = "hindsight.log.level";
  private static final String CONFIG = "--config";

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getErr());
    throw new ParameterException(spec.commandLine(), "Say which command");
  }

  /**
   * Runs a command.
   *
   * @return the exit code
   */
  public static int run(String... arguments) {
    List<String> words = List.of(arguments);
    configureLogging(words);
    CommandLine program = program();
    try {
      program.setDefaultValueProvider(new SettingDefaults(settings(program, words)));
    } catch (SettingsException e) {
      return end(program, ExitCode.USAGE, e.getMessage());
    }
    int code = program.execute(arguments);
    program.getOut().flush();
    return code;
  }

  private static CommandLine program() {
    CommandLine program = new CommandLine(new HindsightCommand());
    program
        .getSubcommands()
        .values()
        .forEach(command -> command.getCommandSpec().version(Program.VERSION));
    program.setOut(new PrintWriter(System.out, false, StandardCharsets.UTF_8));
    program.setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8));
    program.setCaseInsensitiveEnumValuesAllowed(true);
    program.registerConverter(LocalDate.class, HindsightCommand::date);
    program.registerConverter(ZoneId.class, HindsightCommand::zone);
    program.registerConverter(Charset.class, HindsightCommand::encoding);
    program.registerConverter(Share.class, HindsightCommand::share);
    program.setParameterExceptionHandler(
        (failure, rest) -> end(program, ExitCode.USAGE, message(failure)));
    program.setExecutionExceptionHandler(
        (failure, command, parsed) -> failed(program, failure, parsed));
    program.setExecutionStrategy(
        parsed -> {
          int code = code(program, parsed);
          Arrays.stream(ExitCode.values())
              .filter(known -> known.code() == code && known == ExitCode.LOOK)
              .forEach(known -> program.getErr().println("hindsight: " + known.meaning()));
          return code;
        });
    return program;
  }

  /** Picocli hands on exceptions, and lets errors through. */
  private static int code(CommandLine program, ParseResult parsed) {
    try {
      return new CommandLine.RunLast().execute(parsed);
    } catch (Error e) {
      return failed(program, e, parsed);
    }
  }

  private static int failed(CommandLine program, Throwable failure, ParseResult parsed) {
    if (parsed.originalArgs().contains("-v") || parsed.originalArgs().contains("--verbose")) {
      failure.printStackTrace(program.getErr());
    }
    return end(program, Failures.exitCode(failure), Failures.message(failure));
  }

  private static Settings settings(CommandLine program, List<String> words) {
    List<String> keys =
        SettingDefaults.options(program).stream().map(SettingDefaults::key).toList();
    String landing = System.getProperty("hindsight.default.landing", "");
    return Settings.load(
        configurationFile(words),
        keys,
        System.getenv(),
        landing.isEmpty() ? Map.of() : Map.of("landing", landing));
  }

  private static @Nullable Path configurationFile(List<String> words) {
    for (int word = 0; word < words.size(); word++) {
      if (words.get(word).startsWith(CONFIG + "=")) {
        return Path.of(words.get(word).substring(CONFIG.length() + 1));
      }
      if (words.get(word).equals(CONFIG) && word + 1 < words.size()) {
        return Path.of(words.get(word + 1));
      }
    }
    return null;
  }

  /** Everything that ends otherwise than well says on its last line how, and what to do. */
  private static int end(CommandLine program, ExitCode exitCode, @Nullable String message) {
    PrintWriter err = program.getErr();
    err.println("hindsight: " + message);
    if (exitCode != ExitCode.USAGE) {
      err.println("hindsight: " + exitCode.meaning());
    }
    err.flush();
    return exitCode.code();
  }

  private static String message(ParameterException failure) {
    String command = failure.getCommandLine().getCommandSpec().qualifiedName();
    String firstProblem = String.valueOf(failure.getMessage()).replaceAll("\\R", " ");
    String problem = firstProblem;
    if (failure instanceof UnmatchedArgumentException unmatched) {
      String option = unmatched.getUnmatched().get(0);
      problem = secret(option).orElseGet(() -> firstProblem + nearest(unmatched));
    }
    return "%s; see %s --help".formatted(problem, command);
  }

  /** What a command line says is in the history of the shell and in the list of processes. */
  private static Optional<String> secret(String option) {
    return Settings.SECRETS.stream()
        .filter(key -> option.equals("--" + key) || option.startsWith("--" + key + "="))
        .map(
            key ->
                "--%s: a secret must not stand on a command line; put it into the environment as %s"
                    .formatted(key, Settings.variable(key)))
        .findFirst();
  }

  private static String nearest(UnmatchedArgumentException unmatched) {
    String nearest = NearestName.of(unmatched.getUnmatched().get(0), unmatched.getSuggestions());
    return nearest.isEmpty() ? "" : "; did you mean %s?".formatted(nearest);
  }

  private static LocalDate date(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException e) {
      throw new TypeConversionException("'%s' is no date; write 2026-06-30".formatted(text));
    }
  }

  private static ZoneId zone(String text) {
    try {
      return ZoneId.of(text);
    } catch (DateTimeException e) {
      throw new TypeConversionException(
          "'%s' is no time zone; write Europe/Berlin".formatted(text));
    }
  }

  private static Charset encoding(String text) {
    try {
      return Charset.forName(text);
    } catch (IllegalArgumentException e) {
      throw new TypeConversionException(
          "'%s' is no encoding; write windows-1252, ISO-8859-1 or UTF-16".formatted(text));
    }
  }

  private static Share share(String text) {
    try {
      return Share.of(text);
    } catch (IllegalArgumentException e) {
      throw new TypeConversionException(String.valueOf(e.getMessage()));
    }
  }

  private static void configureLogging(List<String> words) {
    System.setProperty("org.springframework.boot.logging.LoggingSystem", "none");
    System.setProperty("logback.configurationFile", LogFormat.of(words).configuration());
    if (words.contains("-q") || words.contains("--quiet")) {
      System.setProperty(LEVEL, "WARN");
    }
    if (words.contains("-v") || words.contains("--verbose")) {
      System.setProperty(LEVEL, "DEBUG");
    }
  }
}
