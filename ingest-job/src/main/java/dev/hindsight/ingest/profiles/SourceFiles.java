package dev.hindsight.ingest.profiles;

import dev.hindsight.ingest.csv.CsvFormat;
import dev.hindsight.ingest.csv.CsvHeader;
import java.util.List;

/**
 * The files that a profile is for.
 *
 * @param nameValues what their names say
 * @param headers the columns that the profile speaks of
 */
record SourceFiles(
    List<FilePattern> patterns,
    CsvFormat format,
    FileNameValues nameValues,
    List<HeaderName> headers) {

  SourceFiles {
    patterns = List.copyOf(patterns);
    headers = List.copyOf(headers);
  }

  boolean include(String fileName) {
    return patterns.stream().anyMatch(pattern -> pattern.matches(fileName));
  }

  SourceColumns columns(CsvHeader header) {
    return new SourceColumns(header, headers, nameValues.in(header.fileName()));
  }
}
