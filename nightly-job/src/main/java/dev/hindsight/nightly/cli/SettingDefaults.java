package dev.hindsight.nightly.cli;

import dev.hindsight.nightly.settings.Settings;
import dev.hindsight.nightly.settings.Settings.Setting;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Gives options that are not on the command line the value of their setting. */
record SettingDefaults(Settings settings) implements IDefaultValueProvider {
  /** Options of one invocation, never settings. */
  private static final List<String> NO_SETTINGS =
      List.of(
          "help",
          "version",
          "config",
          "quiet",
          "verbose",
          "log-format",
          "as-of",
          "from",
          "to",
          "accept",
          "because",
          "rebuild",
          "feed",
          "profile",
          "at",
          "out",
          "sellers",
          "days",
          "seed",
          "last-day",
          "dry-run",
          "buyer",
          "yes",
          "state",
          "period",
          "since",
          "share");

  @Override
  public @Nullable String defaultValue(ArgSpec argument) {
    if (argument instanceof OptionSpec option && isSetting(option)) {
      return settings.find(key(option)).map(Setting::value).orElse(null);
    }
    return null;
  }

  /** The options of all commands that are settings, by name. */
  static Collection<OptionSpec> options(CommandLine root) {
    Map<String, OptionSpec> options = new TreeMap<>(Comparator.naturalOrder());
    for (CommandLine command : root.getSubcommands().values()) {
      command.getCommandSpec().options().stream()
          .filter(SettingDefaults::isSetting)
          .forEach(option -> options.put(key(option), option));
    }
    return options.values();
  }

  /** A secret, where the environment of the command has it. */
  static @Nullable String secret(CommandSpec command, String key) {
    return command.commandLine().getDefaultValueProvider() instanceof SettingDefaults defaults
        ? defaults.settings().secret(key).orElse(null)
        : null;
  }

  static String key(OptionSpec option) {
    return option.longestName().substring("--".length());
  }

  private static boolean isSetting(OptionSpec option) {
    return !NO_SETTINGS.contains(key(option));
  }
}
