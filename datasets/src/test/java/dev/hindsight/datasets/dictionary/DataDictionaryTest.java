package dev.hindsight.datasets.dictionary;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hindsight.datasets.Columns;
import dev.hindsight.datasets.contract.Contract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class DataDictionaryTest {
  private static final Path PAGE = Path.of("..", "docs", "datasets.md");
  private static final String REGENERATE =
      "mvn -pl datasets test -Dtest=DataDictionaryTest -Ddatasets.doc.write=true";

  @Test
  void thePageSaysWhatTheContractsSay() throws IOException {
    if (Boolean.getBoolean("datasets.doc.write")) {
      Files.createDirectories(PAGE.getParent());
      Files.writeString(PAGE, DataDictionary.markdown());
    }

    assertThat(PAGE)
        .as("docs/datasets.md is stale; regenerate it: %s", REGENERATE)
        .content()
        .isEqualToNormalizingNewlines(DataDictionary.markdown());
  }

  @Test
  void theFirstSentenceWarnsOfReplacedRows() {
    String first =
        DataDictionary.markdown()
            .lines()
            .filter(line -> !line.startsWith("#") && !line.isBlank())
            .findFirst()
            .orElseThrow();

    assertThat(first)
        .contains("globs over `landed/` also see replaced rows")
        .contains("the views, and the marts, show the latest row of each key");
  }

  @Test
  void everyDatasetHasItsGrainAndKey() {
    String page = DataDictionary.markdown();

    for (Contract<?> contract : Columns.contracts()) {
      assertThat(page)
          .contains("### `%s`\n\nGrain: %s.".formatted(contract.name(), contract.grain()));
    }
    assertThat(page).contains("Key: `transaction_id`, `ordered_date`.");
  }

  @Test
  void everyColumnIsALineOfATable() {
    assertThat(DataDictionary.markdown())
        .contains(
            "| `reports` | text | required | How often the seller wants a report. One of `WEEKLY`, `MONTHLY`, `OFF` |")
        .contains("| `disputed_amount` | decimal(18,4) | optional | ");
  }

  @Test
  void aStructInsideAColumnIsExplainedOnceBelow() {
    assertThat(DataDictionary.markdown())
        .contains("| `waiting` | list of structs, *case line* | required | ")
        .containsOnlyOnce("*case line*, in `waiting`, `cases`:")
        .contains("*comparison*, in `total`, `previous`, `causes.comparison`:");
  }
}
