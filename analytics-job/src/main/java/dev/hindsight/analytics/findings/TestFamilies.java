package dev.hindsight.analytics.findings;

import dev.hindsight.analytics.statistics.PValueCounts;
import dev.hindsight.analytics.statistics.StepUpMinima;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.api.java.UDF2;

/**
 * How many tests each family has, bin by bin. Its functions go to other machines, without it.
 *
 * @param counts by family
 */
record TestFamilies(Map<Integer, PValueCounts> counts) {

  /**
   * Of the number of tests of each family and bin.
   *
   * @param perBin {@code family, bin, count}: at most as many rows as there are bins in the
   *     families, whatever the number of tests
   */
  static TestFamilies of(Dataset<Row> perBin) {
    return new TestFamilies(byFamily(perBin, row -> row.getLong(2), PValueCounts::new));
  }

  /** How many tests a family has. */
  UDF1<Integer, Long> size() {
    Map<Integer, PValueCounts> known = counts;
    return family -> of(known, family).family();
  }

  /** How many tests of a family are in lower bins. */
  UDF2<Integer, Integer, Long> before() {
    Map<Integer, PValueCounts> known = counts;
    return (family, bin) -> of(known, family).before(bin);
  }

  /**
   * The least step-up value of a family's higher bins.
   *
   * @param perBin {@code family, bin, least value}
   */
  static UDF2<Integer, Integer, Double> after(Dataset<Row> perBin) {
    Map<Integer, StepUpMinima> minima =
        byFamily(perBin, row -> row.getDouble(2), StepUpMinima::new);
    return (family, bin) -> of(minima, family).after(bin);
  }

  private static <V> V of(Map<Integer, V> values, Integer family) {
    return Objects.requireNonNull(values.get(family));
  }

  private static <V, T> Map<Integer, T> byFamily(
      Dataset<Row> perBin, Function<Row, V> value, Function<Map<Integer, V>, T> made) {
    Map<Integer, Map<Integer, V>> bins =
        perBin.collectAsList().stream()
            .collect(
                Collectors.groupingBy(
                    row -> row.getInt(0), Collectors.toMap(row -> row.getInt(1), value)));
    Map<Integer, T> families = new HashMap<>();
    bins.forEach((family, values) -> families.put(family, made.apply(values)));
    return families;
  }
}
