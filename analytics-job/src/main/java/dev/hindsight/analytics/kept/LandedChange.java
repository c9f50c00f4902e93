package dev.hindsight.analytics.kept;

import dev.hindsight.datasets.contract.Contract;
import dev.hindsight.datasets.lake.LandedFile;
import dev.hindsight.datasets.lake.LandedFiles;
import dev.hindsight.datasets.lake.VersionManifest.Input;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What has landed of a dataset, beside what had landed when something was made of it.
 *
 * @param files those whose rows count now
 * @param added of these, the new ones
 * @param gone those whose rows counted then and no longer do
 * @param isTraced whether the dates of all added and gone rows are known
 */
record LandedChange(
    List<LandedFile> files, List<LandedFile> added, List<LandedFile> gone, boolean isTraced) {

  static LandedChange since(List<Input> inputs, LandedFiles landed, Contract<?> contract) {
    List<LandedFile> files = of(contract, landed.current());
    Set<Input> then = new HashSet<>(inputs);
    List<LandedFile> added = files.stream().filter(file -> !then.contains(Input.of(file))).toList();
    Set<Input> now = new HashSet<>(files.stream().map(Input::of).toList());
    List<Input> missing = inputs.stream().filter(input -> !now.contains(input)).toList();
    List<LandedFile> gone =
        of(contract, landed.all()).stream()
            .filter(file -> missing.contains(Input.of(file)))
            .toList();
    boolean isTraced =
        gone.size() == missing.size()
            && Stream.concat(added.stream(), gone.stream()).allMatch(LandedChange::isDated);
    return new LandedChange(files, added, gone, isTraced);
  }

  boolean isNone() {
    return added.isEmpty() && gone.isEmpty() && isTraced;
  }

  /** Mondays of the weeks that have rows of some files. */
  static Set<LocalDate> weeksOf(List<LandedFile> files) {
    Set<LocalDate> weeks = new TreeSet<>();
    files.stream()
        .flatMap(file -> file.dates().stream())
        .map(date -> date.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)))
        .forEach(weeks::add);
    return weeks;
  }

  List<Input> inputs() {
    return files.stream().map(Input::of).toList();
  }

  /** The batches whose rows count and that have rows in some weeks. */
  List<Integer> batchesIn(Set<LocalDate> weeks) {
    List<Integer> batches = new ArrayList<>();
    for (LandedFile file : files) {
      if (!isDated(file) || weeksOf(List.of(file)).stream().anyMatch(weeks::contains)) {
        batches.add(file.batchNumber());
      }
    }
    return batches;
  }

  static List<Integer> batches(List<LandedFile> files) {
    return files.stream().map(LandedFile::batchNumber).toList();
  }

  private static boolean isDated(LandedFile file) {
    return file.acceptedCount() == 0 || !file.dates().isEmpty();
  }

  private static List<LandedFile> of(Contract<?> contract, List<LandedFile> files) {
    return files.stream().filter(file -> file.dataset().equals(contract.name())).toList();
  }
}
