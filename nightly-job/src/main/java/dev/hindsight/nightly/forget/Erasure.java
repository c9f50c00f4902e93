package dev.hindsight.nightly.forget;

import dev.hindsight.datasets.lake.VersionName;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What became of a buyer's id, or would.
 *
 * @param rowCount landed rows that had it
 * @param rewritten files of landed rows that had it
 * @param versions those that had it, each with what took its place, which is itself where nothing
 *     did
 * @param elsewhere the same text as the id of another thing, which stays
 * @param remaining where the buyer is named still
 * @param landingFiles files of the landing folder that name the buyer, or did
 * @param searchedCount files that were searched
 */
public record Erasure(
    long rowCount,
    List<Path> rewritten,
    Map<VersionName, VersionName> versions,
    List<Finding> elsewhere,
    List<Finding> remaining,
    List<Path> landingFiles,
    long searchedCount) {}
