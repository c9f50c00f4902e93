package dev.hindsight.nightly.cli;

import dev.hindsight.ingest.LandingFormats;
import dev.hindsight.ingest.profiles.SourceProfile;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Lists source profiles, and prints one to copy from. */
@Command(
    name = "profiles",
    header = {
      "List the source profiles, or print one: a start for a profile of your own.",
      "",
      "Example: hindsight profiles stripe-disputes > profiles/our-stripe.yaml",
      ""
    })
final class ProfilesCommand implements Callable<Integer> {
  @Mixin private CommonOptions common = new CommonOptions();

  @Mixin private FormatOptions formatOptions = new FormatOptions();

  @Parameters(
      paramLabel = "NAME",
      arity = "0..1",
      description = "The profile to print; without it all are listed.")
  private @Nullable String name;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    LandingFormats formats = formatOptions.formats();
    PrintWriter out = spec.commandLine().getOut();
    if (name != null) {
      SourceProfile profile =
          formats
              .profiles()
              .named(name)
              .orElseThrow(
                  () ->
                      new UsageException(
                          "There is no profile '%s'; hindsight profiles lists them"
                              .formatted(name)));
      out.print(profile.text());
    } else {
      formats.profiles().all().forEach(profile -> out.print(lines(profile)));
    }
    out.flush();
    return ExitCode.DONE.code();
  }

  private static String lines(SourceProfile profile) {
    return "%s: %s%n  to        %s%n  files     %s%n"
        .formatted(
            profile.name(),
            profile.description(),
            profile.feed().dataset().replace('_', ' '),
            String.join(", ", profile.filePatterns()));
  }
}
