package dev.hindsight.ingest.profiles;

import dev.hindsight.ingest.csv.CsvFormat;
import dev.hindsight.ingest.csv.CsvHeader;
import dev.hindsight.ingest.csv.FileRefusedException;
import dev.hindsight.ingest.feeds.Feed;
import dev.hindsight.ingest.rows.RowMapping;
import dev.hindsight.ingest.rows.SourceFormat;
import java.util.List;

/** How another system's export becomes rows of a feed. Safe for several threads. */
public final class SourceProfile implements SourceFormat {
  private final Title title;
  private final SourceFiles files;
  private final RowPlan plan;

  /** What a profile is called, its text, and the hash of that. */
  record Title(String name, String description, String text, String digest) {}

  SourceProfile(Title title, SourceFiles files, RowPlan plan) {
    this.title = title;
    this.files = files;
    this.plan = plan;
  }

  /** The name of its file, without {@code .yaml}. */
  @Override
  public String name() {
    return title.name();
  }

  /** In a sentence, what it is for. */
  public String description() {
    return title.description();
  }

  /** Its YAML. */
  public String text() {
    return title.text();
  }

  /** SHA-256 of its text: with another text, the same files become other rows. */
  @Override
  public String digest() {
    return title.digest();
  }

  /** Globs of the names of the files that it is for. */
  public List<String> filePatterns() {
    return files.patterns().stream().map(FilePattern::glob).toList();
  }

  @Override
  public Feed feed() {
    return plan.feed();
  }

  @Override
  public CsvFormat format() {
    return files.format();
  }

  /**
   * The mapping of a file with that header.
   *
   * @throws FileRefusedException when a column that the profile needs is missing, or the file's
   *     name does not say what it needs
   */
  @Override
  public RowMapping mapping(CsvHeader header) {
    return plan.bind(header, files.columns(header));
  }

  boolean isFor(String fileName) {
    return files.include(fileName);
  }

  @Override
  public String toString() {
    return "SourceProfile[%s]".formatted(name());
  }
}
