package dev.hindsight.analytics.programs;

import dev.hindsight.analytics.programs.ProgramRule.SparseDays;
import dev.hindsight.datasets.marts.BoundOperator;
import dev.hindsight.datasets.marts.ProgramMetric;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/** The bounds of known programmes, of all dates, from the data file {@code program-bounds.csv}. */
public record ProgramRules(List<ProgramRule> rules) {
  public ProgramRules {
    rules = List.copyOf(rules);
  }

  /** The bounds that come with the program. */
  public static ProgramRules bundled() {
    try (InputStream file =
            Objects.requireNonNull(ProgramRules.class.getResourceAsStream("program-bounds.csv"));
        Reader text = new InputStreamReader(file, StandardCharsets.UTF_8)) {
      return read(text);
    } catch (IOException e) {
      throw new UncheckedIOException("The bundled program-bounds.csv cannot be read", e);
    }
  }

  static ProgramRules read(Reader text) throws IOException {
    CSVFormat format =
        CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).setNullString("").get();
    return new ProgramRules(format.parse(text).stream().map(ProgramRules::rule).toList());
  }

  private static ProgramRule rule(CSVRecord line) {
    Integer sparseDays = optional(line, "sparse_metric_days", Integer::valueOf);
    Long sparseBelow = optional(line, "sparse_below_count", Long::valueOf);
    return new ProgramRule(
        line.get("program"),
        line.get("tier"),
        ProgramMetric.valueOf(line.get("metric")),
        BoundOperator.valueOf(line.get("bound_operator")),
        Double.parseDouble(line.get("bound")),
        optional(line, "minimum_numerator_count", Long::valueOf),
        Integer.parseInt(line.get("metric_days")),
        sparseDays == null || sparseBelow == null ? null : new SparseDays(sparseDays, sparseBelow),
        optional(line, "valid_from", LocalDate::parse),
        optional(line, "valid_to", LocalDate::parse),
        line.get("note"),
        line.get("source"));
  }

  private static <T> @Nullable T optional(
      CSVRecord line, String column, Function<String, T> parser) {
    String text = line.get(column);
    return text == null ? null : parser.apply(text);
  }
}
