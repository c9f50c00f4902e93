package dev.hindsight.ingest;

import dev.hindsight.ingest.feeds.Feed;
import dev.hindsight.ingest.landing.LandingFile;
import dev.hindsight.ingest.landing.LandingFolder;
import dev.hindsight.ingest.landing.LandingFolder.UnreadableFile;
import dev.hindsight.ingest.landing.Planning;
import dev.hindsight.ingest.landing.Share;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Files of a share that are not landed in this run, and why. */
record FilesNotTaken(LandingFolder folder, Planning planning, Share share, List<String> waiting) {

  /**
   * What became of them.
   *
   * @param taken what became of the files that were to be landed
   */
  List<FileResult> results(List<FileResult> taken) {
    Map<String, String> refusals = refusals(taken);
    Stream<FileResult> known =
        planning.known().stream()
            .filter(file -> share.takes(file.file().sha256()))
            .map(file -> known(file, refusals));
    Stream<FileResult> later = waiting.stream().map(this::later);
    Stream<FileResult> unreadable =
        folder.unreadable().stream()
            .filter(file -> share.takesNamed(file.name()))
            .map(FilesNotTaken::unreadable);
    Stream<FileResult> others =
        folder.others().stream().filter(share::takesNamed).map(FilesNotTaken::other);
    return Stream.of(known, later, unreadable, others).flatMap(results -> results).toList();
  }

  /** Why files were refused, by their names. */
  private static Map<String, String> refusals(List<FileResult> results) {
    return results.stream()
        .filter(result -> result.status() == FileStatus.REFUSED)
        .collect(
            Collectors.toMap(FileResult::fileName, result -> String.valueOf(result.message())));
  }

  private static FileResult known(Planning.KnownFile known, Map<String, String> refusals) {
    String dataset = known.file().feed().dataset();
    String name = known.file().name();
    String twin = known.sameContentAs();
    if (twin == null) {
      return FileResult.withoutRows(name, dataset, FileStatus.ALREADY_LANDED, null);
    }
    String refusal = refusals.get(twin);
    return refusal == null
        ? FileResult.withoutRows(
            name,
            dataset,
            FileStatus.SAME_CONTENT,
            "%s: has the same content as %s; it counts once".formatted(name, twin))
        : FileResult.withoutRows(
            name,
            dataset,
            FileStatus.REFUSED,
            "%s: has the same content as a file that is refused: %s".formatted(name, refusal));
  }

  private FileResult later(String name) {
    LandingFile file = folder.file(name);
    return FileResult.withoutRows(
        name,
        file.feed().dataset(),
        FileStatus.LEFT_FOR_LATER,
        "%s: another share is landing what it held before; the next ingest takes it"
            .formatted(name));
  }

  private static FileResult unreadable(UnreadableFile file) {
    Feed feed = file.feed();
    return FileResult.withoutRows(
        file.name(), feed == null ? null : feed.dataset(), FileStatus.REFUSED, file.why());
  }

  private static FileResult other(String name) {
    return FileResult.withoutRows(
        name,
        null,
        FileStatus.NOT_A_FEED,
        "%s: not the name of a file to be landed; those are %s, or what a profile is for"
            .formatted(name, Feed.fileNames()));
  }
}
