package dev.hindsight.datasets.views;

import dev.hindsight.datasets.contract.Contract;
import dev.hindsight.datasets.contract.Field;
import dev.hindsight.datasets.lake.Lake;
import dev.hindsight.datasets.lake.VersionManifest.Input;
import dev.hindsight.datasets.lake.VersionName;
import dev.hindsight.datasets.landed.LandedContracts;
import dev.hindsight.datasets.landed.Reject;
import dev.hindsight.datasets.marts.MartContracts;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The statements that make every dataset a view: the marts of one version, and the landed datasets
 * as that version saw them, the latest row of each key.
 *
 * @param version absent before the first publication: the marts are then empty views
 * @param inputs the landed files that count
 */
public record LakeViews(Lake lake, @Nullable VersionName version, List<Input> inputs) {

  public LakeViews {
    inputs = List.copyOf(inputs);
  }

  /** One statement a view. */
  public List<String> statements(Dialect dialect) {
    List<String> statements = new ArrayList<>();
    for (Contract<?> landed : LandedContracts.ALL) {
      statements.add(create(dialect, landed, landedRows(dialect, landed)));
    }
    for (Contract<?> mart : MartContracts.ALL) {
      statements.add(
          create(
              dialect,
              mart,
              version == null
                  ? noRows(dialect, mart)
                  : dialect.mart(lake.version(version).resolve(mart.name()))));
    }
    return statements;
  }

  /** The statements as a script. */
  public String script(Dialect dialect) {
    return statements(dialect).stream()
        .map(statement -> statement + ";\n")
        .collect(Collectors.joining("\n"));
  }

  private static String create(Dialect dialect, Contract<?> contract, String query) {
    return "%s %s AS\n%s".formatted(dialect.createView(), contract.name(), query);
  }

  private String landedRows(Dialect dialect, Contract<?> landed) {
    // The rejects of a file lie under the batch number of the file itself.
    boolean rejects = landed == Reject.CONTRACT;
    List<String> batches =
        inputs.stream()
            .filter(input -> rejects || input.dataset().equals(landed.name()))
            .map(input -> Lake.batchFolder(input.batchNumber()))
            .filter(
                batch ->
                    !rejects
                        || java.nio.file.Files.isDirectory(
                            lake.landed(landed.name()).resolve(batch)))
            .toList();
    if (batches.isEmpty()) {
      return noRows(dialect, landed);
    }
    String rows = dialect.batches(lake.landed(landed.name()), batches, landed.fields());
    return rejects ? rows : latestOfEachKey(landed, rows);
  }

  private static String latestOfEachKey(Contract<?> landed, String rows) {
    return """
        SELECT %s FROM (
          SELECT *, row_number() OVER (PARTITION BY %s ORDER BY batch_number DESC, line_number DESC) AS latest_first
          FROM (%s) AS landed_rows) AS numbered_rows
        WHERE latest_first = 1"""
        .formatted(Dialect.names(landed.fields()), Dialect.names(landed.key()), rows);
  }

  private static String noRows(Dialect dialect, Contract<?> contract) {
    return contract.fields().stream()
        .map(field -> nothing(dialect, field))
        .collect(Collectors.joining(",\n  ", "SELECT\n  ", "\nWHERE false"));
  }

  private static String nothing(Dialect dialect, Field field) {
    return "CAST(NULL AS %s) AS %s".formatted(dialect.typeName(field.type()), field.name());
  }
}
