package dev.hindsight.nightly.cli;

import dev.hindsight.nightly.settings.Settings;
import dev.hindsight.nightly.settings.Settings.Setting;
import dev.hindsight.nightly.sql.QueryRows;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Spec;

/** Prints the settings in force. */
@Command(
    name = "config",
    header = {
      "Print each setting and where it came from.",
      "",
      "Example: hindsight config --config /etc/hindsight/hindsight.yaml",
      ""
    })
final class ConfigCommand implements Callable<Integer> {
  @Mixin private CommonOptions common = new CommonOptions();

  @Mixin private FormatOption format = new FormatOption();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws IOException {
    Settings settings = ((SettingDefaults) spec.commandLine().getDefaultValueProvider()).settings();
    QueryRows printer = format.printer(spec.commandLine().getOut());
    printer.columns(List.of("setting", "setting_value", "origin"));
    for (OptionSpec option : SettingDefaults.options(spec.root().commandLine())) {
      String key = SettingDefaults.key(option);
      Setting setting =
          settings
              .find(key)
              .orElse(
                  new Setting(Objects.requireNonNullElse(option.defaultValue(), ""), "default"));
      printer.row(List.of(key, setting.value(), setting.origin()));
    }
    for (String key : Settings.SECRETS) {
      boolean isSet = settings.secret(key).isPresent();
      printer.row(List.of(key, isSet ? "(set)" : "", isSet ? Settings.variable(key) : "default"));
    }
    printer.end();
    return ExitCode.DONE.code();
  }
}
