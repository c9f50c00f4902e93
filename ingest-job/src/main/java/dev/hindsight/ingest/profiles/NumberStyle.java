package dev.hindsight.ingest.profiles;

import dev.hindsight.ingest.rows.Reason;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How a source writes numbers, known from how it writes the number 1234.50. What is written
 * otherwise is a problem, never a guess.
 *
 * @param example 1234.50 as the source writes it
 */
record NumberStyle(String example, Pattern form, String grouping) implements Conversion {
  private static final Pattern EXAMPLE =
      Pattern.compile(
          "(?<before>[^\\d,.]*)1(?<grouping>[,.' \\u00A0\\u202F]?)234(?<point>[,.])50(?<after>[^\\d,.]*)");

  /** Digits and a decimal point. */
  static final NumberStyle PLAIN = of("1234.50").orElseThrow();

  /** The style of an example; absent when it is not the number 1234.50. */
  static Optional<NumberStyle> of(String example) {
    Matcher parts = EXAMPLE.matcher(example.strip());
    if (!parts.matches() || parts.group("grouping").equals(parts.group("point"))) {
      return Optional.empty();
    }
    String grouping = parts.group("grouping");
    String whole = grouping.isEmpty() ? "\\d+" : grouped(Pattern.quote(grouping));
    String form =
        "(?<sign>-?)%s(?<whole>%s)(?:%s(?<decimals>\\d+))?%s"
            .formatted(
                optional(parts.group("before")),
                whole,
                Pattern.quote(parts.group("point")),
                optional(parts.group("after")));
    return Optional.of(new NumberStyle(example, Pattern.compile(form), grouping));
  }

  private static String grouped(String mark) {
    return "\\d{1,3}(?:%s\\d{3})+|\\d+".formatted(mark);
  }

  /** A currency's sign, which a source may also leave out. */
  private static String optional(String sign) {
    return sign.isBlank() ? "" : "\\s*(?:%s)?\\s*".formatted(Pattern.quote(sign.strip()));
  }

  /** The number; absent when the text is not written so. */
  @Nullable BigDecimal number(String text) {
    Matcher parts = form.matcher(text);
    if (!parts.matches()) {
      return null;
    }
    String decimals = parts.group("decimals");
    String whole = parts.group("whole").replace(grouping, "");
    return new BigDecimal(parts.group("sign") + whole + (decimals == null ? "" : "." + decimals));
  }

  @Override
  public @Nullable String convert(String text, RowDraft draft, SourceName name) {
    BigDecimal number = number(text);
    if (number == null) {
      draft.add(name, Reason.NOT_IN_NUMBER_STYLE, text, example);
      return null;
    }
    return plain(number);
  }

  /** Digits and a point, without decimals that are zero. */
  static String plain(BigDecimal number) {
    BigDecimal stripped = number.stripTrailingZeros();
    return stripped.toPlainString();
  }
}
