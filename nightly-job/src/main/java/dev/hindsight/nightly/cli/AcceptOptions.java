package dev.hindsight.nightly.cli;

import dev.hindsight.ingest.names.NearestName;
import dev.hindsight.nightly.gates.Gate;
import dev.hindsight.nightly.gates.GateBounds;
import dev.hindsight.nightly.gates.GateRules;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What is taken although it is unlikely to be right: corrected files, and quality gates. */
final class AcceptOptions {
  @Option(
      names = "--accept",
      paramLabel = "FILE|GATE",
      description =
          "Name of a corrected file that may lack much of what it had; or a quality gate that stops nothing as of the date of --as-of: missing-day, daily-counts, missing-transactions or sums. May be given several times.")
  private List<String> accepted = new ArrayList<>();

  @Option(
      names = "--because",
      paramLabel = "TEXT",
      description = "Why a quality gate is accepted; hindsight runs shows it.")
  private @Nullable String reason;

  /** The corrected files. */
  Set<String> files() {
    return accepted.stream().filter(name -> Gate.of(name).isEmpty()).collect(Collectors.toSet());
  }

  /**
   * The gates, for one date and for a reason.
   *
   * @throws UsageException when the date or the reason is not given, or a name is neither a file's
   *     nor a gate's
   */
  GateRules gateRules(GateBounds bounds, @Nullable LocalDate asOfDate) {
    files().forEach(AcceptOptions::requireFileName);
    Set<Gate> gates =
        accepted.stream().flatMap(name -> Gate.of(name).stream()).collect(Collectors.toSet());
    String why = reason == null ? "" : reason.strip();
    if (gates.isEmpty() != why.isEmpty()) {
      throw new UsageException(
          gates.isEmpty()
              ? "--because: no quality gate is accepted; name one with --accept: "
                  + String.join(", ", Gate.keys())
              : "--accept: say why %s is accepted, with --because TEXT"
                  .formatted(gates.iterator().next().key()));
    }
    if (!gates.isEmpty() && asOfDate == null) {
      throw new UsageException(
          "--accept: a quality gate is accepted for one date; name it with --as-of DATE");
    }
    return new GateRules(bounds, gates, why, System.getProperty("user.name", "unknown"));
  }

  /** Every feed's file has an ending. */
  private static void requireFileName(String name) {
    if (!name.contains(".")) {
      throw new UsageException(
          "--accept: '%s' is neither a file of a feed nor a quality gate; did you mean %s?"
              .formatted(name, NearestName.of(name, Gate.keys())));
    }
  }
}
