package dev.hindsight.analytics.kept;

import dev.hindsight.datasets.lake.VersionManifest.Input;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What is kept of a landed dataset; its {@code _kept.json}.
 *
 * @param definition what the rows and counts are made by: kept by another one they are of no use
 * @param inputs the landed files that went into them
 * @param weeks the folder of each week's rows, by its Monday
 */
record KeptManifest(String definition, List<Input> inputs, Map<LocalDate, String> weeks) {
  KeptManifest {
    inputs = List.copyOf(inputs);
    weeks = Map.copyOf(weeks);
  }

  /** Nothing is kept. */
  static KeptManifest nothing(String definition) {
    return new KeptManifest(definition, List.of(), Map.of());
  }

  /** With other inputs, where some weeks' rows are somewhere else, or nowhere any more. */
  KeptManifest with(List<Input> now, Iterable<LocalDate> changed, Map<LocalDate, String> made) {
    Map<LocalDate, String> folders = new HashMap<>(weeks);
    changed.forEach(folders::remove);
    folders.putAll(made);
    return new KeptManifest(definition, now, folders);
  }
}
