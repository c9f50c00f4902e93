package dev.hindsight.datasets.lake;

import java.nio.file.Path;

/**
 * The folders of a lake.
 *
 * <pre>
 * LAKE/landed/&lt;dataset&gt;/batch=000123/part-0.parquet, _file.json
 * LAKE/versions/version=2026-03-14.1/&lt;mart&gt;/&lt;mart&gt;-2026-03-14.1-0.parquet, _version.json, views.sql
 * LAKE/marts      a symbolic link to the newest version, where links exist
 * LAKE/_CURRENT   the newest version's name
 * LAKE/_runs      what ran, how it ended
 * LAKE/_status    how the last night went, for monitoring
 * LAKE/_kept      what the analysis keeps of landed rows from night to night
 * LAKE/_work      everything unfinished
 * LAKE/_forgotten.json  by what forgotten buyers are known again
 * </pre>
 *
 * <p>Beside it, in {@code LAKE.jobs}, lies the job repository: it holds history, never data.
 */
public record Lake(Path root) {
  /** Describes a landed file inside its batch folder. */
  public static final String FILE_MANIFEST = "_file.json";

  /** Describes a version inside its folder. */
  public static final String VERSION_MANIFEST = "_version.json";

  public Lake {
    root = root.toAbsolutePath().normalize();
  }

  public Path landed(String dataset) {
    return root.resolve("landed").resolve(dataset);
  }

  /** The folder of a landed file's rows. */
  public Path batch(String dataset, int batchNumber) {
    return landed(dataset).resolve(batchFolder(batchNumber));
  }

  public static String batchFolder(int batchNumber) {
    return "batch=%06d".formatted(batchNumber);
  }

  public Path versions() {
    return root.resolve("versions");
  }

  public Path version(VersionName name) {
    return versions().resolve(name.folder());
  }

  /** The link that names the newest version's folder. */
  public Path martsLink() {
    return root.resolve("marts");
  }

  /** The file that holds the newest version's name. */
  public Path currentPointer() {
    return root.resolve("_CURRENT");
  }

  public Path runs() {
    return root.resolve("_runs");
  }

  /** How the last night went, for monitoring. */
  public Path status() {
    return root.resolve("_status");
  }

  /** What the analysis keeps of landed rows from night to night; made again where it is missing. */
  public Path kept() {
    return root.resolve("_kept");
  }

  /** Everything unfinished: nobody's data. */
  public Path work() {
    return root.resolve("_work");
  }

  /** By what buyers who are to be forgotten are known again; for the lake's owner only. */
  public Path forgotten() {
    return root.resolve("_forgotten.json");
  }

  /** The folder of the job repository's database, beside the lake. */
  public Path jobs() {
    return root.resolveSibling(root.getFileName() + ".jobs");
  }
}
