package dev.hindsight.datasets.lake;

import static dev.hindsight.datasets.contract.Required.required;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a version was made of; the {@code _version.json} of its folder, in snake_case.
 *
 * @param requestedCurrency the reporting currency that was asked for; absent: the commonest was
 *     taken
 * @param adviceHoldout who got no recommendations; absent in versions of programs that advised
 *     everybody
 * @param inputs the landed files that it saw, ordered by batch number
 * @param rowCounts rows of each mart
 * @param comparison with the version before; absent for the first, and when an older program made
 *     it
 * @param disputeDefinition what its disputes were made by: the next version takes over those that
 *     nothing has touched where it is made by the same; absent when an older program made it
 */
public record VersionManifest(
    String version,
    LocalDate asOfDate,
    LocalDate windowStartDate,
    LocalDate windowEndDate,
    String reportingCurrency,
    @Nullable String requestedCurrency,
    String reportingTimeZone,
    @Nullable AdviceHoldout adviceHoldout,
    String program,
    Instant createdAt,
    List<Input> inputs,
    Map<String, Long> rowCounts,
    @Nullable Comparison comparison,
    @Nullable String disputeDefinition) {

  public VersionManifest {
    required(version, "version");
    required(asOfDate, "asOfDate");
    required(windowStartDate, "windowStartDate");
    required(windowEndDate, "windowEndDate");
    required(reportingCurrency, "reportingCurrency");
    required(reportingTimeZone, "reportingTimeZone");
    required(program, "program");
    required(createdAt, "createdAt");
    inputs = List.copyOf(required(inputs, "inputs"));
    rowCounts = Map.copyOf(required(rowCounts, "rowCounts"));
  }

  /** The same of another name. */
  public VersionManifest named(VersionName name) {
    return new VersionManifest(
        name.toString(),
        asOfDate,
        windowStartDate,
        windowEndDate,
        reportingCurrency,
        requestedCurrency,
        reportingTimeZone,
        adviceHoldout,
        program,
        createdAt,
        inputs,
        rowCounts,
        comparison,
        disputeDefinition);
  }

  /** A landed file that a version saw. */
  public record Input(String dataset, int batchNumber, String sha256) {
    public Input {
      required(dataset, "dataset");
      required(sha256, "sha256");
    }

    public static Input of(LandedFile file) {
      return new Input(file.dataset(), file.batchNumber(), file.sha256());
    }
  }

  /**
   * What the version found out about the one before it.
   *
   * @param version the version before
   * @param obstacle why the two are not compared; absent when they are
   * @param restatedDateCount past dates of which the version before said otherwise, growth left out
   */
  public record Comparison(String version, @Nullable String obstacle, long restatedDateCount) {
    public Comparison {
      required(version, "version");
    }
  }
}
