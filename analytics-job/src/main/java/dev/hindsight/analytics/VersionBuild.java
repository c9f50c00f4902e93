package dev.hindsight.analytics;

import dev.hindsight.analytics.Analysis.Written;
import dev.hindsight.analytics.dataset.IntermediateRows;
import dev.hindsight.analytics.dataset.LandedDatasets;
import dev.hindsight.analytics.dataset.MartWriter;
import dev.hindsight.analytics.dataset.SmallLake;
import dev.hindsight.analytics.dataset.SparkManifests;
import dev.hindsight.analytics.disputes.DisputeSources;
import dev.hindsight.analytics.time.Window;
import dev.hindsight.analytics.versions.EarlierVersion;
import dev.hindsight.datasets.Program;
import dev.hindsight.datasets.lake.DurableFiles;
import dev.hindsight.datasets.lake.Lake;
import dev.hindsight.datasets.lake.LakeLock;
import dev.hindsight.datasets.lake.LandedFiles;
import dev.hindsight.datasets.lake.VersionManifest;
import dev.hindsight.datasets.lake.VersionManifest.Input;
import dev.hindsight.datasets.lake.VersionName;
import dev.hindsight.datasets.lake.Versions;
import dev.hindsight.datasets.views.Dialect;
import dev.hindsight.datasets.views.LakeViews;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.apache.spark.sql.SparkSession;

/** Writes a whole version: marts, manifest and view scripts. */
record VersionBuild(SparkSession spark, Lake lake, AnalysisSettings settings) {

  /** Holds the lake, writes the date's next version and publishes it. */
  void publish() throws IOException {
    try (LakeLock held =
        LakeLock.take(lake, "spark-submit, process " + ProcessHandle.current().pid())) {
      Versions versions = new Versions(lake);
      VersionName version = versions.next(settings.asOfDate());
      Path candidate = lake.work().resolve("candidate").resolve(version.folder());
      writeTo(candidate, version);
      versions.publish(candidate, version);
    }
  }

  /** Writes the version's files into an empty or new folder. */
  void writeTo(Path candidate, VersionName version) throws IOException {
    DurableFiles.deleteTree(candidate);
    Files.createDirectories(candidate);
    if (settings.isRebuild()) {
      DurableFiles.deleteTree(lake.kept());
    }
    LandedFiles landed = LandedFiles.of(lake, SparkManifests::landedFile);
    List<Input> inputs = landed.current().stream().map(Input::of).toList();
    MartWriter marts = new MartWriter(candidate, version);
    Path intermediate = candidate.resolve(".intermediate");
    SparkSession session = SmallLake.session(spark, landed);
    Analysis analysis =
        new Analysis(
            new IntermediateRows(session, intermediate),
            settings,
            EarlierVersion.before(version, session, lake).orElse(null));
    Written written = analysis.write(new LandedDatasets(session, lake, landed), marts);
    DurableFiles.deleteTree(intermediate);
    LakeViews views = new LakeViews(lake, version, inputs);
    for (Dialect dialect : Dialect.values()) {
      Files.writeString(candidate.resolve(dialect.fileName()), views.script(dialect));
    }
    SparkManifests.write(
        candidate.resolve(Lake.VERSION_MANIFEST),
        manifest(version, analysis.window(), written, inputs, marts));
  }

  private VersionManifest manifest(
      VersionName version, Window window, Written written, List<Input> inputs, MartWriter marts) {
    return new VersionManifest(
        version.toString(),
        settings.asOfDate(),
        window.firstDate(),
        window.lastDate(),
        written.currency(),
        settings.reportingCurrency(),
        settings.zone().getId(),
        settings.adviceHoldout(),
        Program.VERSION,
        Instant.now(),
        inputs,
        marts.rowCounts(),
        written.comparison(),
        DisputeSources.definition(settings.zone()));
  }
}
