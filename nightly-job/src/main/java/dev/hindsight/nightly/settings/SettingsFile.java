package dev.hindsight.nightly.settings;

import dev.hindsight.ingest.names.NearestName;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;

/**
 * A configuration file: YAML with one key a setting.
 *
 * @param path absent when there is none
 */
record SettingsFile(@Nullable Path path, Map<String, String> values) {
  static final SettingsFile NONE = new SettingsFile(null, Map.of());

  SettingsFile {
    values = Map.copyOf(values);
  }

  /**
   * Reads a file and checks its keys.
   *
   * @throws SettingsException naming every key that no setting has, with the nearest that one has
   */
  static SettingsFile read(Path path, Collection<String> knownKeys) {
    Map<String, String> values = new LinkedHashMap<>();
    List<String> problems = new ArrayList<>();
    for (Map.Entry<?, ?> entry : parse(path).entrySet()) {
      String key = String.valueOf(entry.getKey());
      if (Settings.SECRETS.contains(key)) {
        problems.add(
            "%s: %s is a secret, and files are read by others; put it into the environment as %s"
                .formatted(path, key, Settings.variable(key)));
      } else if (!knownKeys.contains(key)) {
        problems.add(
            "%s: %s is no setting; did you mean %s?"
                .formatted(path, key, NearestName.of(key, knownKeys)));
      } else if (entry.getValue() instanceof Map || entry.getValue() instanceof Collection) {
        problems.add("%s: %s takes one value, not a list or a map".formatted(path, key));
      } else if (entry.getValue() != null) {
        values.put(key, String.valueOf(entry.getValue()));
      }
    }
    if (!problems.isEmpty()) {
      throw new SettingsException(String.join("\n", problems));
    }
    return new SettingsFile(path, values);
  }

  private static Map<?, ?> parse(Path path) {
    Object content;
    try {
      content = yaml().load(Files.readString(path, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new SettingsException(
          "Configuration file %s cannot be read (%s)".formatted(path, e), e);
    } catch (MarkedYAMLException e) {
      int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
      throw new SettingsException(
          "%s:%d: %s; write lines such as lake: ./lake"
              .formatted(path, line, String.valueOf(e.getProblem()).replaceAll("\\R", " ")),
          e);
    } catch (YAMLException e) {
      throw new SettingsException(
          "%s: %s; write lines such as lake: ./lake"
              .formatted(path, String.valueOf(e.getMessage()).replaceAll("\\s*\\R\\s*", "; ")),
          e);
    }
    if (content == null) {
      return Map.of();
    }
    if (content instanceof Map<?, ?> map) {
      return map;
    }
    throw new SettingsException(
        "%s: holds no settings; write lines such as lake: ./lake".formatted(path));
  }

  private static Yaml yaml() {
    LoaderOptions options = new LoaderOptions();
    options.setAllowDuplicateKeys(false);
    DumperOptions unused = new DumperOptions();
    return new Yaml(
        new SafeConstructor(options),
        new Representer(unused),
        unused,
        options,
        new AsWrittenResolver());
  }

  /** Takes a value for the text that it is: {@code no} is neither false nor {@code 007} seven. */
  private static final class AsWrittenResolver extends Resolver {
    @Override
    protected void addImplicitResolvers() {
      addImplicitResolver(Tag.NULL, NULL, "~nN\0");
      addImplicitResolver(Tag.NULL, EMPTY, null);
    }
  }
}
