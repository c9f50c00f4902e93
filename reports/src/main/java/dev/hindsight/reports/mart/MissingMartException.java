package dev.hindsight.reports.mart;

import dev.hindsight.datasets.lake.Lake;
import dev.hindsight.datasets.lake.VersionName;

/** A version has no reports to write: it is not in the lake, or its analysis made none. */
public final class MissingMartException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  MissingMartException(Lake lake, VersionName version, String mart) {
    super(
        "Version %s of lake %s has no %s; analyze that date again"
            .formatted(version, lake.root(), mart));
  }
}
