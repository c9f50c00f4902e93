package dev.hindsight.ingest.profiles;

import dev.hindsight.ingest.csv.CsvFormat;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.PatternSyntaxException;

/** Reads which files a profile is for, and how they are written. */
record FilesReader(YamlSection profile) {
  static final List<String> KEYS =
      List.of("files", "file-name", "delimiter", "encoding", "quoted", "preamble-lines");

  private static final Map<String, Character> DELIMITERS =
      Map.of("comma", ',', "semicolon", ';', "tab", '\t', "pipe", '|');

  List<FilePattern> patterns() {
    List<FilePattern> patterns = new ArrayList<>();
    profile
        .require("files", "write files: my-export-*.csv")
        .ifPresent(value -> value.texts().forEach(glob -> addPattern(patterns, value, glob)));
    return patterns;
  }

  private static void addPattern(List<FilePattern> patterns, YamlValue value, String glob) {
    try {
      patterns.add(FilePattern.of(glob));
    } catch (PatternSyntaxException e) {
      value.wrong(
          "\"%s\" is no pattern of file names (%s)".formatted(glob, e.getDescription()),
          "write one such as my-export-*.csv");
    }
  }

  FileNameValues nameValues() {
    Optional<YamlValue> value = profile.find("file-name");
    return value
        .flatMap(YamlValue::text)
        .flatMap(expression -> nameValues(value.get(), expression))
        .orElse(FileNameValues.NONE);
  }

  private static Optional<FileNameValues> nameValues(YamlValue value, String expression) {
    try {
      FileNameValues values = FileNameValues.of(expression);
      if (!values.groups().isEmpty()) {
        return Optional.of(values);
      }
      value.wrong(
          "\"%s\" names no part".formatted(expression), "write one such as -(?<day>\\d{8})");
    } catch (PatternSyntaxException e) {
      value.wrong(
          "\"%s\" is no regular expression (%s)".formatted(expression, e.getDescription()),
          "write one such as -(?<day>\\d{8})");
    }
    return Optional.empty();
  }

  CsvFormat format() {
    return new CsvFormat(
        profile.find("delimiter").flatMap(FilesReader::delimiter).orElse(','),
        profile.isTrue("quoted", true),
        profile.find("encoding").flatMap(FilesReader::charset).orElse(StandardCharsets.UTF_8),
        profile.find("preamble-lines").flatMap(FilesReader::lines).orElse(0));
  }

  private static Optional<Character> delimiter(YamlValue value) {
    Optional<String> text = value.text();
    if (text.isPresent() && !DELIMITERS.containsKey(text.get())) {
      value.unknown(text.get(), "no delimiter", DELIMITERS.keySet().stream().sorted().toList());
    }
    return text.map(DELIMITERS::get);
  }

  private static Optional<Charset> charset(YamlValue value) {
    return value.text().flatMap(name -> charset(value, name));
  }

  private static Optional<Charset> charset(YamlValue value, String name) {
    try {
      return Optional.of(Charset.forName(name));
    } catch (IllegalArgumentException e) {
      value.unknown(name, "no encoding", List.copyOf(Charset.availableCharsets().keySet()));
      return Optional.empty();
    }
  }

  private static Optional<Integer> lines(YamlValue value) {
    Optional<String> text = value.text();
    Optional<Integer> count =
        text.filter(digits -> digits.matches("\\d{1,4}")).map(Integer::valueOf);
    if (text.isPresent() && count.isEmpty()) {
      value.wrong("\"%s\" is no number of lines".formatted(text.get()), "write 0 or more");
    }
    return count;
  }
}
