package dev.hindsight.nightly.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Names the newest version's folder. */
@Command(
    name = "current",
    header = {
      "Print the newest version's folder: resolve it once, and read one version whole.",
      "",
      "Example: duckdb -init \"$(hindsight current --lake /data/lake)/views.sql\"",
      ""
    })
final class CurrentCommand implements Callable<Integer> {
  @Mixin private CommonOptions common = new CommonOptions();

  @Mixin private LakeOption lake = new LakeOption();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws IOException {
    spec.commandLine().getOut().println(lake.existing().version(lake.current()));
    return ExitCode.DONE.code();
  }
}
