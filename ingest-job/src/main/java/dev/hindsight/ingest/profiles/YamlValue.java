package dev.hindsight.ingest.profiles;

import dev.hindsight.ingest.csv.Printable;
import dev.hindsight.ingest.names.NearestName;
import java.io.StringReader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * A value in a profile's YAML, and the key it stands under. Texts are what is written: {@code no}
 * is a text and {@code 007} is not seven. What is wrong with a value is noted among the problems.
 */
final class YamlValue {
  private static final String EXAMPLE =
      "write keys and values such as feed: dispute-events, and quote texts that begin with a sign";

  private final String key;
  private final Node node;
  private final ProfileProblems problems;

  private YamlValue(String key, Node node, ProfileProblems problems) {
    this.key = key;
    this.node = node;
    this.problems = problems;
  }

  /** All of a file's text; absent, with a problem, when it is not YAML or empty. */
  static Optional<YamlValue> of(String yaml, ProfileProblems problems) {
    try {
      Node root = new Yaml(new LoaderOptions()).compose(new StringReader(yaml));
      if (root != null) {
        return Optional.of(new YamlValue("", root, problems));
      }
      problems.add(1, "profile", "is empty", EXAMPLE);
    } catch (MarkedYAMLException e) {
      int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
      problems.add(line, "profile", onOneLine(e.getProblem()), EXAMPLE);
    } catch (YAMLException e) {
      problems.add(1, "profile", onOneLine(e.getMessage()), EXAMPLE);
    }
    return Optional.empty();
  }

  private static String onOneLine(@Nullable String message) {
    return "is not YAML (%s)".formatted(String.valueOf(message).replaceAll("\\s*\\R\\s*", " "));
  }

  /** The keys that lead here, such as {@code columns.cause}. */
  String key() {
    return key.isEmpty() ? "profile" : key;
  }

  /** Notes that the value is wrong. */
  void wrong(String wrong, String right) {
    problems.add(node.getStartMark().getLine() + 1, key(), wrong, right);
  }

  /** Notes that the text is none of the known ones. */
  void unknown(String text, String what, List<String> known) {
    wrong(
        "\"%s\" is %s".formatted(Printable.shown(text), what), NearestName.suggestion(text, known));
  }

  boolean isText() {
    return node instanceof ScalarNode;
  }

  boolean isMap() {
    return node instanceof MappingNode;
  }

  /** The text; absent, with a problem, when it is something else or nothing. */
  Optional<String> text() {
    if (!(node instanceof ScalarNode scalar)) {
      wrong("holds a list or a map", "write one text, in quotes where it begins with { or [");
      return Optional.empty();
    }
    if (scalar.getValue().isBlank()) {
      wrong("is empty", "write a value or leave the key out");
      return Optional.empty();
    }
    return Optional.of(scalar.getValue());
  }

  /** The text, which may be empty. */
  String textOrEmpty() {
    return node instanceof ScalarNode scalar && scalar.getValue().isBlank()
        ? ""
        : text().orElse("");
  }

  /** The texts of a list, or one text alone. */
  List<String> texts() {
    return items().stream().flatMap(item -> item.text().stream()).toList();
  }

  /** The items of a list, or one value alone. */
  List<YamlValue> items() {
    return node instanceof SequenceNode list
        ? list.getValue().stream().map(item -> new YamlValue(key, item, problems)).toList()
        : List.of(this);
  }

  /** The entries of a map; none, with a problem, when it is something else. */
  Map<String, YamlValue> entries() {
    Map<String, YamlValue> entries = new LinkedHashMap<>();
    if (!(node instanceof MappingNode map)) {
      wrong("is no map", "write keys and values, a line each");
      return entries;
    }
    for (NodeTuple entry : map.getValue()) {
      put(entries, entry);
    }
    return entries;
  }

  private void put(Map<String, YamlValue> entries, NodeTuple entry) {
    String name = entry.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "?";
    String path = key.isEmpty() ? name : key + "." + name;
    if (entries.put(name, new YamlValue(path, entry.getValueNode(), problems)) != null) {
      new YamlValue(path, entry.getKeyNode(), problems)
          .wrong("is there twice", "write every key once");
    }
  }
}
