package dev.hindsight.ingest.profiles;

import dev.hindsight.ingest.csv.FileRefusedException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the name of a file says, such as the day of a report.
 *
 * @param pattern finds it, in named groups
 * @param groups the groups' names, which values refer to as if they were columns
 */
record FileNameValues(Pattern pattern, List<String> groups) {
  static final FileNameValues NONE = new FileNameValues(Pattern.compile(""), List.of());

  private static final Pattern GROUP = Pattern.compile("\\(\\?<([a-zA-Z][a-zA-Z0-9]*)>");

  FileNameValues {
    groups = List.copyOf(groups);
  }

  /**
   * Those of a regular expression.
   *
   * @throws java.util.regex.PatternSyntaxException when it is none
   */
  static FileNameValues of(String expression) {
    List<String> groups =
        GROUP.matcher(expression).results().map(result -> result.group(1)).toList();
    return new FileNameValues(Pattern.compile(expression, Pattern.CASE_INSENSITIVE), groups);
  }

  /**
   * The values of a file.
   *
   * @throws FileRefusedException when its name does not hold them
   */
  Map<String, String> in(String fileName) {
    Matcher matcher = pattern.matcher(fileName);
    if (!matcher.find()) {
      throw new FileRefusedException(
          "%s: the name does not hold %s; name the file so that %s finds it"
              .formatted(fileName, String.join(", ", groups), pattern));
    }
    Map<String, String> values = new HashMap<>();
    groups.forEach(group -> putFilled(values, group, matcher.group(group)));
    return values;
  }

  private static void putFilled(Map<String, String> values, String group, @Nullable String text) {
    if (text != null && !text.isBlank()) {
      values.put(group, text);
    }
  }
}
