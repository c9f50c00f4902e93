package dev.hindsight.analytics;

import dev.hindsight.datasets.lake.Lake;
import dev.hindsight.datasets.lake.LakeHeldException;
import dev.hindsight.datasets.lake.VersionName;
import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/**
 * The Spark application, for {@code spark-submit}. With {@code --candidate} it writes a version for
 * whoever holds the lake to publish; alone it holds the lake and publishes itself.
 */
@Command(
    name = "analyze",
    mixinStandardHelpOptions = true,
    version = AnalyzeApplication.PROGRAM,
    description = "Makes a version of every mart from what has landed in a lake.")
public final class AnalyzeApplication implements Callable<Integer> {
  static final String PROGRAM = "hindsight 0.1.0";

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

  @Option(names = "--candidate", paramLabel = "DIR", description = "Write here, publish nothing.")
  private @Nullable Path candidate;

  @Option(
      names = "--candidate-version",
      paramLabel = "NAME",
      description = "The candidate's version.")
  private @Nullable VersionName version;

  @Option(
      names = "--end-with-parent",
      description = "End when standard input ends: the process that started this one is gone.")
  private boolean endWithParent;

  public static void main(String[] arguments) {
    int exitCode =
        new CommandLine(new AnalyzeApplication())
            .registerConverter(VersionName.class, AnalyzeApplication::versionName)
            .registerConverter(ZoneId.class, AnalyzeApplication::zone)
            .setExecutionExceptionHandler((failure, command, parsed) -> explain(failure))
            .execute(arguments);
    System.exit(exitCode);
  }

  @Override
  public Integer call() throws IOException {
    if (endWithParent) {
      ParentWatch.start();
    }
    AnalysisSettings settings = new AnalysisSettings(asOfDate, windowDays, reportingCurrency, zone);
    try (SparkSession spark = AnalysisSession.start()) {
      VersionBuild build = new VersionBuild(spark, new Lake(lake), settings);
      if (candidate != null && version != null) {
        build.writeTo(candidate, version);
      } else {
        build.publish();
      }
    }
    return 0;
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

  private static int explain(Exception failure) throws Exception {
    if (failure instanceof LakeHeldException) {
      System.err.println(failure.getMessage());
      return EXIT_HELD;
    }
    if (failure instanceof IllegalArgumentException) {
      System.err.println(failure.getMessage());
      return CommandLine.ExitCode.USAGE;
    }
    failure.printStackTrace();
    return EXIT_FAILED;
  }
}
