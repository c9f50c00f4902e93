package dev.hindsight.datasets.views;

import static java.util.stream.Collectors.joining;

import dev.hindsight.datasets.contract.Contract;
import dev.hindsight.datasets.contract.Field;
import java.nio.file.Path;
import java.util.List;

/**
 * A dataset and the folder of its files.
 *
 * @param tableName its name where an engine must make a table of it before it makes a view
 */
record StoredDataset(Contract<?> contract, Path folder, String tableName) {

  String columns() {
    return names(contract.fields());
  }

  String key() {
    return names(contract.key());
  }

  private static String names(List<Field> fields) {
    return fields.stream().map(Field::name).collect(joining(", "));
  }
}
