package dev.hindsight.nightly.cli;

import dev.hindsight.ingest.ExportCheck;
import dev.hindsight.ingest.LandingFormats;
import dev.hindsight.ingest.batches.CheckResult;
import dev.hindsight.ingest.feeds.Feed;
import dev.hindsight.ingest.rows.SourceFormat;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Validates exports for whoever writes them. */
@Command(
    name = "check",
    header = {
      "Say what would become of files if they landed. Nothing lands, and no lake is needed.",
      "",
      "Example: hindsight check transactions-2026-06.csv",
      ""
    })
final class CheckCommand implements Callable<Integer> {
  @Mixin private CommonOptions common = new CommonOptions();

  @Mixin private FormatOptions formatOptions = new FormatOptions();

  @Mixin private RejectBudgetOption budget = new RejectBudgetOption();

  @Option(
      names = "--feed",
      paramLabel = "FEED",
      description =
          "Read the files as this feed's, whatever their names: transactions, dispute-events, sellers, adjustments, unsubscribes or bounces.")
  private @Nullable String feed;

  @Option(
      names = "--profile",
      paramLabel = "NAME",
      description = "Read the files by this source profile, whatever their names.")
  private @Nullable String profile;

  @Parameters(paramLabel = "FILE", arity = "1..*", description = "The files.")
  private List<Path> files = new ArrayList<>();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws Exception {
    LandingFormats formats = formatOptions.formats();
    List<SourceFormat> chosen = files.stream().map(file -> format(file, formats)).toList();
    ExportCheck check = new ExportCheck(budget.budget(), InstantSource.system());
    PrintWriter out = spec.commandLine().getOut();
    boolean hasProblems = false;
    for (int i = 0; i < chosen.size(); i++) {
      CheckResult result = check.of(files.get(i), chosen.get(i));
      hasProblems |= result.hasProblems();
      if (!common.isQuiet() || result.hasProblems()) {
        new CheckText(result).lines().forEach(out::println);
        out.flush();
      }
    }
    return (hasProblems ? ExitCode.LOOK : ExitCode.DONE).code();
  }

  private SourceFormat format(Path file, LandingFormats formats) {
    if (!Files.isRegularFile(file)) {
      throw new UsageException(
          "%s %s; name a file"
              .formatted(file, Files.exists(file) ? "is no file" : "does not exist"));
    }
    if (profile != null) {
      return profile(formats);
    }
    if (feed != null) {
      return formats.canonical(
          Feed.named(feed)
              .orElseThrow(
                  () ->
                      new UsageException(
                          "--feed: '%s' is no feed; write one of %s".formatted(feed, feeds()))));
    }
    return formats
        .ofFile(String.valueOf(file.getFileName()))
        .orElseThrow(
            () ->
                new UsageException(
                    "%s: the name does not say what it is; files are called %s, or as a profile says; or name --feed or --profile"
                        .formatted(file.getFileName(), Feed.fileNames())));
  }

  private SourceFormat profile(LandingFormats formats) {
    return formats
        .profiles()
        .named(String.valueOf(profile))
        .orElseThrow(
            () ->
                new UsageException(
                    "--profile: there is no profile '%s'; hindsight profiles lists them"
                        .formatted(profile)));
  }

  private static String feeds() {
    return Arrays.stream(Feed.values()).map(Feed::prefix).collect(Collectors.joining(", "));
  }
}
