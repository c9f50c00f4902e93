package dev.hindsight.ingest.profiles;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads where a value comes from: a column, a template, a hash. */
record TextSourceReader(HeaderNames headers) {
  static final List<String> KEYS = List.of("column", "template", "hash");

  private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^{}]+)}");
  private static final String HASH = "hash";

  /** A column by its name alone. */
  TextSource column(String name) {
    return new TextSource.Column(headers.use(List.of(name)));
  }

  /** What the keys of a value say; absent, with a problem, when they say nothing or too much. */
  Optional<TextSource> read(YamlSection value) {
    boolean isColumn = value.has("column");
    if (isColumn == (value.has("template") || value.has(HASH))) {
      value.wrong(
          "says not where its value comes from, or says it twice",
          "write column, or template, or hash");
      return Optional.empty();
    }
    if (isColumn) {
      return Optional.of(new TextSource.Column(headers.use(value.texts("column"))));
    }
    TextSource hash = value.has(HASH) ? new TextSource.Hash(headers.use(value.texts(HASH))) : null;
    return value.has("template")
        ? value.find("template").flatMap(template -> template(template, hash))
        : Optional.ofNullable(hash);
  }

  private Optional<TextSource> template(YamlValue value, @Nullable TextSource hash) {
    return value.text().map(text -> new TextSource.Template(pieces(value, text, hash)));
  }

  private List<TextSource> pieces(YamlValue value, String text, @Nullable TextSource hash) {
    List<TextSource> pieces = new ArrayList<>();
    Matcher matcher = PLACEHOLDER.matcher(text);
    int end = 0;
    boolean hasHash = false;
    while (matcher.find()) {
      pieces.add(new TextSource.Constant(text.substring(end, matcher.start())));
      boolean isHash = hash != null && matcher.group(1).equals(HASH);
      hasHash |= isHash;
      pieces.add(isHash ? hash : column(matcher.group(1)));
      end = matcher.end();
    }
    pieces.add(new TextSource.Constant(text.substring(end)));
    if (end == 0 || (hash != null && !hasHash)) {
      value.wrong(
          "\"%s\" has no %s".formatted(text, hash == null ? "{column}" : "{hash}"),
          "write it in the template, or use constants for what never changes");
    }
    return pieces;
  }
}
