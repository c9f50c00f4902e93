package dev.hindsight.nightly.cli;

import dev.hindsight.datasets.lake.Lake;
import dev.hindsight.datasets.lake.VersionName;
import dev.hindsight.nightly.sql.QueryRows;
import dev.hindsight.nightly.sql.VersionDiff;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Compares two versions. */
@Command(
    name = "diff",
    header = {
      "Tell what one version finds and another does not: findings and ratings, with their numbers.",
      "",
      "Example: hindsight diff 2026-06-29 2026-06-30 --lake /data/lake",
      ""
    },
    footer = {
      "",
      "A finding appeared, went, is now confirmed or only flagged, has other numbers, or is the same."
    })
final class DiffCommand implements Callable<Integer> {
  @Mixin private CommonOptions common = new CommonOptions();

  @Mixin private LakeOption lakeOption = new LakeOption();

  @Mixin private FormatOption format = new FormatOption();

  @Parameters(index = "0", paramLabel = "BEFORE", description = "A version, or a date.")
  private String before = "";

  @Parameters(index = "1", paramLabel = "AFTER", description = "Another version, or date.")
  private String after = "";

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws IOException {
    Lake lake = lakeOption.existing();
    AskedVersion.Told told = common.told(spec);
    VersionName earlier = new AskedVersion("BEFORE", before).in(lake, told);
    VersionName later = new AskedVersion("AFTER", after).in(lake, told);
    Counted counted = new Counted(format.printer(spec.commandLine().getOut()));
    new VersionDiff(lake, earlier, later).rows(counted);
    told.line("%s to %s: %s".formatted(earlier, later, counted.words()));
    return ExitCode.DONE.code();
  }

  /** Counts rows by what has changed, and hands them on. */
  private record Counted(QueryRows rows, Map<String, Long> counts) implements QueryRows {
    Counted(QueryRows rows) {
      this(rows, new TreeMap<>());
    }

    @Override
    public void columns(List<String> names) throws IOException {
      rows.columns(names);
    }

    @Override
    public void row(List<@Nullable Object> values) throws IOException {
      counts.merge("%s %s".formatted(values.get(0), values.get(1)), 1L, Long::sum);
      rows.row(values);
    }

    @Override
    public void end() throws IOException {
      rows.end();
    }

    String words() {
      return counts.isEmpty()
          ? "no finding in either, and the same ratings"
          : counts.entrySet().stream()
              .map(count -> "%s: %,d".formatted(count.getKey(), count.getValue()))
              .collect(Collectors.joining(", "));
    }
  }
}
