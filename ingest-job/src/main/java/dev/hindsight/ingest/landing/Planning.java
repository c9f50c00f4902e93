package dev.hindsight.ingest.landing;

import dev.hindsight.datasets.lake.LandedFile;
import dev.hindsight.datasets.lake.LandedFiles;
import dev.hindsight.ingest.csv.Packing;
import dev.hindsight.ingest.rows.CanonicalFormat;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which files of a landing folder are new, and which are not.
 *
 * @param plan the new ones
 * @param known those whose content has landed, or will
 */
public record Planning(IngestPlan plan, List<KnownFile> known) {

  /** A file whose content has landed under its own name, or lands under another. */
  public record KnownFile(LandingFile file, @Nullable String sameContentAs) {}

  /**
   * Compares a folder with the lake, and with the plan that a killed run may have left: a file that
   * is in it keeps its number.
   */
  public static Planning of(LandingFolder folder, LandedFiles landed, IngestPlan left) {
    return new Comparison(landed, left).of(folder.files());
  }

  private static final class Comparison {
    private final IngestPlan left;
    private final Map<String, LandedFile> currentByName = new HashMap<>();
    private final Map<Content, String> nameByContent = new HashMap<>();
    private final Set<Integer> takenNumbers;
    private int highestNumber;

    Comparison(LandedFiles landed, IngestPlan left) {
      this.left = left;
      landed.current().forEach(file -> currentByName.put(file.fileName(), file));
      takenNumbers = landed.all().stream().map(LandedFile::batchNumber).collect(Collectors.toSet());
      highestNumber = Math.max(landed.highestBatch(), left.highestBatch());
    }

    Planning of(List<LandingFile> files) {
      Set<LandedFile> replaced = replacedBy(files);
      for (LandedFile file : currentByName.values()) {
        if (!replaced.contains(file)) {
          nameByContent.put(Content.of(file), file.fileName());
        }
      }
      List<PlannedFile> planned = new ArrayList<>();
      List<KnownFile> known = new ArrayList<>();
      for (LandingFile file : files) {
        String knownAs = nameByContent.putIfAbsent(Content.of(file), file.name());
        if (knownAs == null) {
          planned.add(planned(file));
        } else {
          known.add(new KnownFile(file, knownAs.equals(file.name()) ? null : knownAs));
        }
      }
      return new Planning(new IngestPlan(left.planId(), planned), known);
    }

    /** A content that is about to be replaced is not known: a rotated log may bring it back. */
    private Set<LandedFile> replacedBy(List<LandingFile> files) {
      return files.stream()
          .map(file -> formerSelf(file))
          .filter(Objects::nonNull)
          .collect(Collectors.toCollection(HashSet::new));
    }

    private @Nullable LandedFile formerSelf(LandingFile file) {
      LandedFile former = currentByName.get(file.name());
      return former == null || Content.of(former).equals(Content.of(file)) ? null : former;
    }

    private PlannedFile planned(LandingFile file) {
      LandedFile former = formerSelf(file);
      int number =
          left.entry(file)
              .map(PlannedFile::batchNumber)
              .filter(planned -> !takenNumbers.contains(planned))
              .orElseGet(() -> ++highestNumber);
      return new PlannedFile(
          file.name(),
          file.sha256(),
          file.format().digest(),
          number,
          former == null ? null : former.batchNumber());
    }
  }

  /**
   * What is landed once. The same bytes under the name of another feed, or read in another way, are
   * another matter.
   */
  private record Content(String dataset, String sha256, String formatDigest, Packing packing) {
    static Content of(LandingFile file) {
      return new Content(
          file.feed().dataset(), file.sha256(), file.format().digest(), Packing.of(file.name()));
    }

    static Content of(LandedFile file) {
      String digest = Objects.requireNonNullElse(file.profileDigest(), CanonicalFormat.NAME);
      return new Content(file.dataset(), file.sha256(), digest, Packing.of(file.fileName()));
    }
  }
}
