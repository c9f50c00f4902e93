package dev.hindsight.ingest.landing;

import dev.hindsight.datasets.lake.LandedFile;
import dev.hindsight.datasets.lake.LandedFiles;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
   * @param left the common plan as it was
   */
  public static SharePlan of(Share share, Planning planning, IngestPlan left, LandedFiles landed) {
    List<PlannedFile> others =
        left.files().stream().filter(entry -> !share.takes(entry.sha256())).toList();
    Map<String, PlannedFile> pending = pending(others, landed);
    List<PlannedFile> common = new ArrayList<>(others);
    List<PlannedFile> own = new ArrayList<>();
    List<String> waiting = new ArrayList<>();
    for (PlannedFile planned : planning.plan().files()) {
      boolean isFree = !pending.containsKey(planned.fileName());
      boolean isOwn = share.takes(planned.sha256());
      if (isFree) {
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

  /** What other shares have not landed, by name. */
  private static Map<String, PlannedFile> pending(List<PlannedFile> others, LandedFiles landed) {
    Set<Integer> landedNumbers =
        landed.all().stream().map(LandedFile::batchNumber).collect(Collectors.toSet());
    Map<String, PlannedFile> pending = new HashMap<>();
    for (PlannedFile entry : others) {
      if (!landedNumbers.contains(entry.batchNumber())) {
        pending.put(entry.fileName(), entry);
      }
    }
    return pending;
  }
}
