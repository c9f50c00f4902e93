package dev.hindsight.nightly.gates;

import dev.hindsight.datasets.lake.Lake;
import dev.hindsight.datasets.lake.LandedFiles;
import dev.hindsight.datasets.lake.VersionManifest;
import dev.hindsight.datasets.lake.VersionName;
import dev.hindsight.datasets.views.LakeViews;
import dev.hindsight.nightly.sql.LakeDatabase;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;

/**
 * A version that is written and not published.
 *
 * @param lake that it is to be published in
 * @param own holds the candidate alone, as if it were published
 * @param landed what it was made of
 */
public record Candidate(Lake lake, Lake own, VersionManifest manifest, LandedFiles landed) {
  public LocalDate asOfDate() {
    return manifest.asOfDate();
  }

  /** Its marts as views. */
  LakeDatabase marts() throws IOException {
    VersionName name = VersionName.parse(manifest.version()).orElseThrow();
    return LakeDatabase.open(new LakeViews(own, name, List.of()));
  }
}
