package dev.hindsight.nightly.settings;

import dev.hindsight.ingest.names.NearestName;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Settings from outside the command line: the environment first, then the configuration file, then
 * what the launcher knows. A setting's key is its option without the dashes in front.
 */
public record Settings(
    SettingsFile file, Map<String, String> environment, Map<String, String> fallbacks) {
  private static final String ENVIRONMENT_PREFIX = "HINDSIGHT_";

  /** The launcher's: options for Java. */
  private static final String JAVA_OPTIONS = "HINDSIGHT_JAVA_OPTS";

  private static final List<Path> PLACES =
      List.of(Path.of("hindsight.yaml"), Path.of("/etc/hindsight/hindsight.yaml"));

  /** What no file and no command line may hold: both are read by others. */
  public static final List<String> SECRETS =
      List.of("smtp-password", "unsubscribe-secret", "job-repository-password");

  /** A value and where it came from. */
  public record Setting(String value, String origin) {}

  /**
   * The settings in force.
   *
   * @param named the configuration file that the command line names; otherwise the usual places are
   *     looked at
   * @param fallbacks values for what is set nowhere
   * @throws SettingsException when the file cannot be used, or a variable is no setting
   */
  public static Settings load(
      @Nullable Path named,
      Collection<String> knownKeys,
      Map<String, String> environment,
      Map<String, String> fallbacks) {
    Optional<Path> path =
        named != null
            ? Optional.of(named)
            : PLACES.stream().filter(Files::isRegularFile).findFirst();
    requireKnown(environment.keySet(), knownKeys);
    SettingsFile file =
        path.map(found -> SettingsFile.read(found, knownKeys)).orElse(SettingsFile.NONE);
    return new Settings(file, environment, fallbacks);
  }

  private static void requireKnown(Collection<String> variables, Collection<String> knownKeys) {
    List<String> known =
        Stream.concat(knownKeys.stream(), SECRETS.stream()).map(Settings::variable).toList();
    List<String> problems =
        variables.stream()
            .filter(variable -> variable.startsWith(ENVIRONMENT_PREFIX))
            .filter(variable -> !variable.equals(JAVA_OPTIONS) && !known.contains(variable))
            .sorted()
            .map(
                variable ->
                    "%s is no setting; did you mean %s?"
                        .formatted(variable, NearestName.of(variable, known)))
            .toList();
    if (!problems.isEmpty()) {
      throw new SettingsException(String.join("\n", problems));
    }
  }

  /** The environment variable of a setting. */
  public static String variable(String key) {
    return ENVIRONMENT_PREFIX + key.toUpperCase(Locale.ROOT).replace('-', '_');
  }

  /** A secret, where the environment has it. */
  public Optional<String> secret(String key) {
    return Optional.of(environment.getOrDefault(variable(key), ""))
        .filter(value -> !value.isEmpty());
  }

  /** A setting's value, where one is set; an empty variable sets nothing. */
  public Optional<Setting> find(String key) {
    String variable = variable(key);
    String fromEnvironment = environment.getOrDefault(variable, "");
    if (!fromEnvironment.isEmpty()) {
      return Optional.of(new Setting(fromEnvironment, variable));
    }
    if (file.values().containsKey(key)) {
      return Optional.of(new Setting(file.values().get(key), String.valueOf(file.path())));
    }
    return Optional.ofNullable(fallbacks.get(key))
        .map(value -> new Setting(value, "default of this checkout"));
  }
}
