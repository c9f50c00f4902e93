package dev.hindsight.nightly.benchmark;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A resource of SQL statements, each of which may have a comment before it that names it. */
record SqlScript(List<Step> steps) {

  /** One statement, and the words of the comment before it. */
  record Step(String name, String statement) {}

  /**
   * @param values of the placeholders, such as {@code ${as_of}}
   */
  static SqlScript named(String resource, Map<String, String> values) throws IOException {
    String text;
    try (InputStream file =
        Objects.requireNonNull(SqlScript.class.getResourceAsStream(resource), resource)) {
      text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
    }
    for (Map.Entry<String, String> value : values.entrySet()) {
      text = text.replace("${" + value.getKey() + "}", value.getValue());
    }
    return new SqlScript(
        Arrays.stream(text.split(";\\s*(\\n|$)"))
            .filter(statement -> !statement.isBlank())
            .map(SqlScript::step)
            .toList());
  }

  private static Step step(String statement) {
    List<String> comments =
        statement.lines().map(String::strip).filter(line -> line.startsWith("--")).toList();
    String name = comments.isEmpty() ? "" : comments.get(comments.size() - 1).substring(2).strip();
    return new Step(name, statement);
  }
}
