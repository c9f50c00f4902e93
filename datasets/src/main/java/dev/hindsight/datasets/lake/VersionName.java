package dev.hindsight.datasets.lake;

import static dev.hindsight.datasets.contract.Required.required;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A version's name: its as-of date and its number among that date's versions, such as {@code
 * 2026-03-14.1}.
 *
 * <p>Versions are ordered by date, then number; the highest is the newest.
 */
public record VersionName(LocalDate asOfDate, int number) implements Comparable<VersionName> {
  private static final Pattern FORM = Pattern.compile("(\\d{4}-\\d{2}-\\d{2})\\.([1-9]\\d{0,8})");
  private static final String FOLDER_PREFIX = "version=";

  public VersionName {
    required(asOfDate, "asOfDate");
    if (number < 1) {
      throw new IllegalArgumentException(
          "Version number %d of %s is below 1".formatted(number, asOfDate));
    }
  }

  /** The version of that name, if it is one. */
  public static Optional<VersionName> parse(String name) {
    Matcher form = FORM.matcher(name);
    if (!form.matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new VersionName(LocalDate.parse(form.group(1)), Integer.parseInt(form.group(2))));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** The version whose folder has that name, if it is one. */
  public static Optional<VersionName> ofFolder(String folder) {
    return folder.startsWith(FOLDER_PREFIX)
        ? parse(folder.substring(FOLDER_PREFIX.length()))
        : Optional.empty();
  }

  public String folder() {
    return FOLDER_PREFIX + this;
  }

  /** The name of a mart's file: it carries the version, so that a glob can never mix two. */
  public String fileName(String mart, int part) {
    return "%s-%s-%d.parquet".formatted(mart, this, part);
  }

  @Override
  public int compareTo(VersionName other) {
    return Comparator.comparing(VersionName::asOfDate)
        .thenComparing(VersionName::number)
        .compare(this, other);
  }

  @Override
  public String toString() {
    return asOfDate + "." + number;
  }
}
