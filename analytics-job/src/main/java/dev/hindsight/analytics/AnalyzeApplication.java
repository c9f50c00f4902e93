package dev.hindsight.analytics;

import dev.hindsight.datasets.Program;
import dev.hindsight.datasets.lake.AdviceHoldout;
import dev.hindsight.datasets.lake.Lake;
import dev.hindsight.datasets.lake.LakeHeldException;
import dev.hindsight.datasets.lake.VersionName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/**
 * The Spark application, for {@code spark-submit}. With {@code --candidate} it writes a version for
 * whoever holds the lake to publish; alone it holds the lake and publishes itself.
 */
@Command(
    name = "analyze",
    mixinStandardHelpOptions = true,
    version = Program.VERSION,
    description = "Makes a version of every mart from what has landed in a lake.")
public final class AnalyzeApplication implements Callable<Integer> {
  private static final int EXIT_FAILED = 1;
  private static final int EXIT_HELD = 4;

  @Option(names = "--lake", required = true, paramLabel = "DIR", description = "The lake.")
  private Path lake = Path.of("lake");

  @Option(
      names = "--as-of",
      required = true,
      paramLabel = "DATE",
      description = "The last date that counts.")
  private LocalDate asOfDate = LocalDate.EPOCH;

  @Option(
      names = "--window-days",
      defaultValue = "90",
      paramLabel = "N",
      description = "Length of the window (default: ${DEFAULT-VALUE}).")
  private int windowDays;

  @Option(
      names = "--reporting-currency",
      paramLabel = "CODE",
      description = "ISO-4217 code (default: the commonest currency sold in).")
  private @Nullable String reportingCurrency;

  @Option(
      names = "--reporting-time-zone",
      defaultValue = "UTC",
      paramLabel = "ZONE",
      description = "IANA name (default: ${DEFAULT-VALUE}).")
  private ZoneId zone = ZoneId.of("UTC");

  @Option(
      names = "--advice-holdout-share",
      defaultValue = "0",
      paramLabel = "SHARE",
      description =
          "Share of sellers who get no recommendations, for comparison (default: ${DEFAULT-VALUE}).")
  private double holdoutShare;

  @Option(
      names = "--advice-holdout-salt",
      defaultValue = AdviceHoldout.DEFAULT_SALT,
      paramLabel = "TEXT",
      description = "Another one draws other sellers (default: ${DEFAULT-VALUE}).")
  private String holdoutSalt = AdviceHoldout.DEFAULT_SALT;

  @Option(
      names = "--rebuild",
      description = "Make everything of what has landed, and nothing of what is kept.")
  private boolean isRebuild;

  @ArgGroup(exclusive = false)
  private @Nullable Candidate candidate;

  @Option(
      names = "--end-with-parent",
      description = "End when standard input ends: the process that started this one is gone.")
  private boolean endWithParent;

  @Spec private @Nullable CommandSpec spec;

  /** A version that somebody else publishes. */
  private static final class Candidate {
    @Option(
        names = "--candidate",
        required = true,
        paramLabel = "DIR",
        description = "Write here, publish nothing.")
    private Path folder = Path.of("candidate");

    @Option(
        names = "--candidate-version",
        required = true,
        paramLabel = "NAME",
        description = "The candidate's version.")
    private VersionName version = new VersionName(LocalDate.EPOCH, 1);
  }

  public static void main(String[] arguments) {
    System.exit(commandLine().execute(arguments));
  }

  static CommandLine commandLine() {
    return new CommandLine(new AnalyzeApplication())
        .registerConverter(LocalDate.class, AnalyzeApplication::date)
        .registerConverter(VersionName.class, AnalyzeApplication::versionName)
        .registerConverter(ZoneId.class, AnalyzeApplication::zone)
        .setParameterExceptionHandler((wrong, arguments) -> refuse(wrong))
        .setExecutionExceptionHandler((failure, command, parsed) -> explain(failure, command));
  }

  @Override
  public Integer call() throws IOException {
    AnalysisSettings settings = settings();
    if (endWithParent) {
      ParentWatch.start();
    }
    try (SparkSession spark = AnalysisSession.start()) {
      VersionBuild build = new VersionBuild(spark, new Lake(lake), settings);
      if (candidate == null) {
        build.publish();
      } else {
        build.writeTo(candidate.folder, candidate.version);
      }
    }
    return CommandLine.ExitCode.OK;
  }

  private AnalysisSettings settings() {
    if (!Files.isDirectory(lake)) {
      throw wrong("Lake %s is not a folder; land files in it first".formatted(lake), null);
    }
    try {
      return new AnalysisSettings(
          asOfDate,
          windowDays,
          reportingCurrency,
          zone,
          new AdviceHoldout(holdoutShare, holdoutSalt),
          isRebuild);
    } catch (IllegalArgumentException e) {
      throw wrong(e.getMessage(), e);
    }
  }

  private ParameterException wrong(@Nullable String message, @Nullable Exception cause) {
    return new ParameterException(Objects.requireNonNull(spec).commandLine(), message, cause);
  }

  private static LocalDate date(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException e) {
      throw new TypeConversionException("'%s' is no date; write 2026-03-14".formatted(text));
    }
  }

  private static VersionName versionName(String text) {
    return VersionName.parse(text)
        .orElseThrow(
            () ->
                new TypeConversionException(
                    "'%s' is no version; write 2026-03-14.1".formatted(text)));
  }

  private static ZoneId zone(String text) {
    try {
      return ZoneId.of(text);
    } catch (DateTimeException e) {
      throw new TypeConversionException(
          "'%s' is no time zone; write Europe/Berlin".formatted(text));
    }
  }

  private static int refuse(ParameterException wrong) {
    wrong.getCommandLine().getErr().println(wrong.getMessage());
    return CommandLine.ExitCode.USAGE;
  }

  private static int explain(Exception failure, CommandLine command) {
    if (failure instanceof LakeHeldException) {
      command.getErr().println(failure.getMessage());
      return EXIT_HELD;
    }
    failure.printStackTrace(command.getErr());
    return EXIT_FAILED;
  }
}
