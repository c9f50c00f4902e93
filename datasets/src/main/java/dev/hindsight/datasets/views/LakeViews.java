package dev.hindsight.datasets.views;

import static java.util.stream.Collectors.joining;

import dev.hindsight.datasets.contract.Contract;
import dev.hindsight.datasets.contract.Field;
import dev.hindsight.datasets.lake.Lake;
import dev.hindsight.datasets.lake.VersionManifest.Input;
import dev.hindsight.datasets.lake.VersionName;
import dev.hindsight.datasets.landed.LandedContracts;
import dev.hindsight.datasets.landed.Reject;
import dev.hindsight.datasets.marts.MartContracts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
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

  /** One statement a view, each after those that it needs. */
  public List<String> statements(Dialect dialect) {
    List<String> statements = new ArrayList<>();
    for (Contract<?> landed : LandedContracts.ALL) {
      statements.addAll(landedStatements(dialect, landed));
    }
    for (Contract<?> mart : MartContracts.ALL) {
      statements.addAll(martStatements(dialect, mart));
    }
    return statements;
  }

  /** The statements as a script. */
  public String script(Dialect dialect) {
    return statements(dialect).stream()
        .map(statement -> statement + ";\n")
        .collect(joining("\n", dialect.preface(), ""));
  }

  private List<String> landedStatements(Dialect dialect, Contract<?> landed) {
    List<Integer> batches = batchesOf(landed);
    if (batches.isEmpty()) {
      return List.of(emptyView(dialect, landed));
    }
    StoredDataset stored = stored(landed, lake.landed(landed.name()));
    String rows = dialect.batches(stored, batches);
    String query = isRejects(landed) ? rows : latestOfEachKey(stored, rows);
    return withTables(dialect, stored, query);
  }

  private List<String> martStatements(Dialect dialect, Contract<?> mart) {
    if (version == null) {
      return List.of(emptyView(dialect, mart));
    }
    StoredDataset stored = stored(mart, lake.version(version).resolve(mart.name()));
    return withTables(dialect, stored, dialect.mart(stored));
  }

  private StoredDataset stored(Contract<?> contract, Path folder) {
    String suffix = version == null ? "landed" : version.toString().replaceAll("[-.]", "_");
    return new StoredDataset(contract, folder, contract.name() + "_" + suffix);
  }

  private static List<String> withTables(Dialect dialect, StoredDataset stored, String query) {
    return Stream.concat(
            dialect.tables(stored).stream(),
            Stream.of(createView(dialect, stored.contract(), query)))
        .toList();
  }

  private static String createView(Dialect dialect, Contract<?> contract, String query) {
    return "%s %s AS\n%s".formatted(dialect.createView(), contract.name(), query);
  }

  private List<Integer> batchesOf(Contract<?> landed) {
    // The rejects of a file lie under the batch number of the file itself.
    return inputs.stream()
        .filter(input -> isRejects(landed) || input.dataset().equals(landed.name()))
        .map(Input::batchNumber)
        .filter(batch -> !isRejects(landed) || Files.isDirectory(lake.batch(landed.name(), batch)))
        .toList();
  }

  private static boolean isRejects(Contract<?> landed) {
    return landed == Reject.CONTRACT;
  }

  private static String latestOfEachKey(StoredDataset landed, String rows) {
    return """
        SELECT %s FROM (
          SELECT *, row_number() OVER (PARTITION BY %s ORDER BY batch_number DESC, line_number DESC) AS latest_first
          FROM (%s) AS landed_rows) AS numbered_rows
        WHERE latest_first = 1"""
        .formatted(landed.columns(), landed.key(), rows);
  }

  private static String emptyView(Dialect dialect, Contract<?> contract) {
    return createView(
        dialect,
        contract,
        contract.fields().stream()
            .map(field -> nothing(dialect, field))
            .collect(joining(",\n  ", "SELECT\n  ", "\nWHERE false")));
  }

  private static String nothing(Dialect dialect, Field field) {
    return "CAST(NULL AS %s) AS %s".formatted(dialect.typeName(field.type()), field.name());
  }
}
