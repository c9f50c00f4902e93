package dev.hindsight.ingest.rows;

import java.util.Optional;

/** Knows by its name how a file is read. */
public interface SourceFormats {
  /** Absent when it is not the name of a file that is to be landed. */
  Optional<SourceFormat> ofFile(String fileName);
}
