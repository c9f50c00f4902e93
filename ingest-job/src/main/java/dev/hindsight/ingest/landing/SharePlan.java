package dev.hindsight.ingest.landing;

import dev.hindsight.datasets.lake.LandedFile;
import dev.hindsight.datasets.lake.LandedFiles;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a share lands now, and the plan that all shares have in common.
 *
 * @param common to be left for the other shares, before anything is read
 * @param own the share's part of it
 * @param waiting names of the share's files that cannot be landed now: another share is landing
 *     what such a file held before
 */
public record SharePlan(IngestPlan common, List<PlannedFile> own, List<String> waiting) {
  public SharePlan {
    own = List.copyOf(own);
    waiting = List.copyOf(waiting);
  }

  /**
   * Takes a share of a planning. What the common plan has of other shares stays in it: they may be
   * at it, or come back to it. What it has of this share and nobody asks for any more is dropped.
   *
   * @param hold of the share
   * @param left the common plan as it was
   */
  public static SharePlan of(
      IngestHold hold, Planning planning, IngestPlan left, LandedFiles landed) {
    Share share = hold.share();
    List<PlannedFile> others =
        left.files().stream().filter(entry -> !share.takes(entry.sha256())).toList();
    Set<String> busyNames = busyNames(hold, others, landed);
    List<PlannedFile> common = new ArrayList<>(others);
    List<PlannedFile> own = new ArrayList<>();
    List<String> waiting = new ArrayList<>();
    for (PlannedFile planned : planning.plan().files()) {
      boolean isFree = !busyNames.contains(planned.fileName());
      boolean isOwn = share.takes(planned.sha256());
      if (isFree && others.stream().noneMatch(planned::isOf)) {
        common.add(planned);
      }
      if (isFree && isOwn) {
        own.add(planned);
      }
      if (!isFree && isOwn) {
        waiting.add(planned.fileName());
      }
    }
    return new SharePlan(new IngestPlan(planning.plan().planId(), common), own, waiting);
  }

  /** The same with the common plan as another undertaking. */
  public SharePlan with(IngestPlan plan) {
    return new SharePlan(plan, own, waiting);
  }

  /** Names of files that shares which run now have not landed yet. */
  private static Set<String> busyNames(
      IngestHold hold, List<PlannedFile> others, LandedFiles landed) {
    Set<Integer> landedNumbers =
        landed.all().stream().map(LandedFile::batchNumber).collect(Collectors.toSet());
    return others.stream()
        .filter(entry -> !landedNumbers.contains(entry.batchNumber()))
        .filter(entry -> hold.isHeld(hold.share().owner(entry.sha256())))
        .map(PlannedFile::fileName)
        .collect(Collectors.toSet());
  }
}
