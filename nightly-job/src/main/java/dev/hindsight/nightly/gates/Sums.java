package dev.hindsight.nightly.gates;

import dev.hindsight.datasets.contract.Contract;
import dev.hindsight.datasets.marts.MartContracts;
import dev.hindsight.nightly.sql.LakeDatabase;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whether a candidate's marts say the same of what several of them count. */
record Sums(Candidate candidate, LakeDatabase marts) {

  /** Where they do not. */
  List<String> disagreements() throws IOException {
    List<String> all = new ArrayList<>();
    for (MartSum sum : MartSum.values()) {
      disagreement(sum).ifPresent(all::add);
    }
    for (Contract<?> mart : MartContracts.ALL) {
      wrongRowCount(mart.name()).ifPresent(all::add);
    }
    new RecentTransactions(candidate, marts).disagreement().ifPresent(all::add);
    return all;
  }

  private Optional<String> disagreement(MartSum sum) throws IOException {
    return disagreement(
        marts,
        sum.query(candidate.manifest().windowStartDate()),
        "%s and %s".formatted(sum.one(), sum.other()));
  }

  /**
   * The first of the places where two numbers differ.
   *
   * @param query answers with places, and the two numbers of each
   * @param names what they are
   */
  static Optional<String> disagreement(LakeDatabase database, String query, String names)
      throws IOException {
    List<@Nullable Object> row =
        Rows.of(
                database,
                """
                SELECT count(*), min(place), CAST(arg_min(said, place) AS BIGINT), CAST(arg_min(counted, place) AS BIGINT)
                FROM (%s) AS places(place, said, counted) WHERE said IS DISTINCT FROM counted"""
                    .formatted(query))
            .get(0);
    long places = Rows.number(row, 0);
    return places == 0
        ? Optional.empty()
        : Optional.of(
            String.format(
                Locale.ROOT,
                "%s say %,d and %,d of %s%s",
                names,
                Rows.number(row, 2),
                Rows.number(row, 3),
                row.get(1),
                places == 1 ? "" : ", and differ in %,d other places".formatted(places - 1)));
  }

  private Optional<String> wrongRowCount(String mart) throws IOException {
    long rows = Rows.number(Rows.of(marts, "SELECT count(*) FROM " + mart).get(0), 0);
    long told = Objects.requireNonNullElse(candidate.manifest().rowCounts().get(mart), 0L);
    return rows == told
        ? Optional.empty()
        : Optional.of(
            String.format(
                Locale.ROOT, "%s has %,d rows, and _version.json says %,d", mart, rows, told));
  }
}
