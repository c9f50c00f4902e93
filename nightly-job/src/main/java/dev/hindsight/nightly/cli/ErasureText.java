package dev.hindsight.nightly.cli;

import dev.hindsight.datasets.lake.Lake;
import dev.hindsight.datasets.lake.VersionName;
import dev.hindsight.nightly.forget.Erasure;
import dev.hindsight.nightly.forget.Finding;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What an erasure did, or would do, in lines; never with the id. */
record ErasureText(Erasure erasure, Lake lake) {
  private static final int MOST_NAMED = 20;

  List<String> planned() {
    List<String> lines = new ArrayList<>();
    lines.add(
        line(
            "found",
            "%,d landed rows in %,d files",
            erasure.rowCount(),
            erasure.rewritten().size()));
    add(lines, "would change", erasure.rewritten().stream().map(this::named).toList());
    add(
        lines,
        "would replace",
        erasure.versions().keySet().stream()
            .map(version -> "version %s, with its reports".formatted(version))
            .toList());
    addElsewhere(lines);
    addLanding(lines);
    return lines;
  }

  List<String> done() {
    List<String> lines = new ArrayList<>();
    lines.add(
        line(
            "forgotten",
            "%,d landed rows in %,d files name no buyer now",
            erasure.rowCount(),
            erasure.rewritten().size()));
    add(lines, "changed", erasure.rewritten().stream().map(this::named).toList());
    erasure.versions().forEach((version, successor) -> lines.add(replaced(version, successor)));
    addElsewhere(lines);
    addLanding(lines);
    if (erasure.remaining().isEmpty()) {
      lines.add(
          line(
              "proof",
              "%,d files of lake, job repository and outbox were searched; the buyer is in none",
              erasure.searchedCount()));
    } else {
      add(lines, "remains", erasure.remaining().stream().map(this::placed).toList());
    }
    return lines;
  }

  private static String replaced(VersionName version, VersionName successor) {
    return successor.equals(version)
        ? line("removed", "version %s and its reports", version)
        : line(
            "replaced",
            "version %s by %s; its reports are removed, and written again by the next night of the date",
            version,
            successor);
  }

  private void addElsewhere(List<String> lines) {
    add(
        lines,
        "left",
        erasure.elsewhere().stream()
            .map(finding -> "%s: the same text, as another thing's".formatted(placed(finding)))
            .toList());
  }

  private void addLanding(List<String> lines) {
    add(
        lines,
        "landing",
        erasure.landingFiles().stream()
            .map(file -> "%s names the buyer: delete it, or take the id out".formatted(file))
            .toList());
  }

  private String placed(Finding finding) {
    String column = finding.column();
    return column == null
        ? named(finding.file())
        : "%s, column %s, %,d rows".formatted(named(finding.file()), column, finding.rowCount());
  }

  private String named(Path file) {
    return file.startsWith(lake.root()) ? lake.root().relativize(file).toString() : file.toString();
  }

  private static void add(List<String> lines, String label, List<String> words) {
    words.stream().limit(MOST_NAMED).forEach(word -> lines.add(line(label, "%s", word)));
    if (words.size() > MOST_NAMED) {
      lines.add(line(label, "and %,d more", words.size() - MOST_NAMED));
    }
  }

  private static String line(String label, String format, Object... values) {
    return "%-14s%s".formatted(label, String.format(Locale.ROOT, format, values));
  }
}
