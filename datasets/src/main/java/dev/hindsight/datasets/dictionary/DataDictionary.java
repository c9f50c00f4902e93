package dev.hindsight.datasets.dictionary;

import static java.util.stream.Collectors.joining;

import dev.hindsight.datasets.contract.Contract;
import dev.hindsight.datasets.contract.Field;
import dev.hindsight.datasets.landed.LandedContracts;
import dev.hindsight.datasets.marts.MartContracts;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** The data dictionary {@code docs/datasets.md}, made from the contracts. */
public final class DataDictionary {
  private DataDictionary() {}

  /** The whole document. */
  public static String markdown() {
    return introduction()
        + section("Landed datasets", LandedContracts.ALL)
        + section("Marts", MartContracts.ALL);
  }

  private static String introduction() {
    try (InputStream text = DataDictionary.class.getResourceAsStream("introduction.md")) {
      return new String(
          Objects.requireNonNull(text, "introduction.md").readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String section(String title, List<Contract<?>> contracts) {
    return contracts.stream()
        .map(DataDictionary::dataset)
        .collect(joining("", "\n## %s\n".formatted(title), ""));
  }

  private static String dataset(Contract<?> contract) {
    StructTables tables = new StructTables(contract);
    return """

        ### `%s`

        Grain: %s.

        Key: %s.

        %s"""
        .formatted(contract.name(), contract.grain(), key(contract), tables.markdown());
  }

  private static String key(Contract<?> contract) {
    return contract.key().stream().map(Field::name).collect(joining("`, `", "`", "`"));
  }
}
