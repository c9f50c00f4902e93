package dev.hindsight.ingest.profiles;

import dev.hindsight.ingest.csv.CsvRow;
import org.jspecify.annotations.Nullable;

/** The text that a row of one file has for something; absent when it is blank. */
@FunctionalInterface
interface CellText {
  @Nullable String of(CsvRow row);
}
