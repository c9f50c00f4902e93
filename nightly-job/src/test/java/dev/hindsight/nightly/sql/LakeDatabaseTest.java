package dev.hindsight.nightly.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.hindsight.datasets.lake.VersionName;
import dev.hindsight.nightly.SmallLake;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LakeDatabaseTest {
  private static final LocalDate JUNE = LocalDate.of(2026, 6, 1);

  private final SmallLake small;

  LakeDatabaseTest(@TempDir Path folder) throws IOException {
    small = new SmallLake(folder);
  }

  @Test
  void beforeAnyVersionWhatHasLandedIsAView() throws Exception {
    small.land(1, JUNE, "t-1", "t-2");

    assertThat(answer(null, "SELECT transaction_id FROM transactions ORDER BY ALL"))
        .containsExactly("[transaction_id]", "[t-1]", "[t-2]", "end");
    assertThat(answer(null, "SELECT count(*) AS row_count FROM seller_scorecards"))
        .containsExactly("[row_count]", "[0]", "end");
  }

  @Test
  void anEmptyLakeHasEmptyViews() throws Exception {
    assertThat(answer(null, "SELECT feed FROM rejects")).containsExactly("[feed]", "end");
  }

  @Test
  void theLatestRowOfAKeyCounts() throws Exception {
    small.land(1, JUNE, "t-1");
    small.land(2, JUNE, "t-1");

    assertThat(answer(null, "SELECT seller_id FROM transactions"))
        .containsExactly("[seller_id]", "[s-2]", "end");
  }

  @Test
  void afterPublicationMartsAreViewsToo() throws Exception {
    small.land(1, JUNE, "t-1");
    small.publish("2026-06-30.1", "s-1", "s-2");

    assertThat(answer("2026-06-30.1", "SELECT seller_id FROM seller_scorecards ORDER BY seller_id"))
        .containsExactly("[seller_id]", "[s-1]", "[s-2]", "end");
  }

  @Test
  void aVersionSeesOnlyWhatItWasMadeOf() throws Exception {
    small.land(1, JUNE, "t-1");
    small.publish("2026-06-30.1");
    small.land(2, JUNE, "t-2");

    assertThat(answer("2026-06-30.1", "SELECT transaction_id FROM transactions"))
        .containsExactly("[transaction_id]", "[t-1]", "end");
    assertThat(answer(null, "SELECT count(*) AS row_count FROM transactions"))
        .containsExactly("[row_count]", "[2]", "end");
  }

  @Test
  void instantsAreInUtc() throws Exception {
    assertThat(answer(null, "SELECT TIMESTAMPTZ '2026-06-30 01:00:00+02'::VARCHAR AS instant_text"))
        .containsExactly("[instant_text]", "[2026-06-29 23:00:00+00]", "end");
  }

  @Test
  void aStatementWithoutRowsAnswersNothing() throws Exception {
    assertThat(answer(null, "SET threads = 1")).isEmpty();
  }

  @Test
  void duckDbsOwnWordsArePassedOn() {
    assertThatExceptionOfType(SqlFailedException.class)
        .isThrownBy(() -> answer(null, "SELECT sellr_id FROM transactions"))
        .withMessageStartingWith("Binder Error: Referenced column \"sellr_id\" not found")
        .withMessageContaining("seller_id");
    assertThatExceptionOfType(SqlFailedException.class)
        .isThrownBy(() -> answer(null, "SELEC 1"))
        .withMessageStartingWith("Parser Error: syntax error at or near \"SELEC\"");
  }

  @Test
  void anErrorAmidTheRowsIsWithoutTheDriversWrapping() {
    assertThatExceptionOfType(SqlFailedException.class)
        .isThrownBy(() -> answer(null, "SELECT CAST('x' || range AS INTEGER) FROM range(2)"))
        .withMessageStartingWith("Conversion Error: Could not convert string 'x0' to INT32");
  }

  @Test
  void aMartThatIsGoneFails() throws Exception {
    small.publish("2026-06-30.1", "s-1");
    VersionName version = VersionName.parse("2026-06-30.1").orElseThrow();
    Files.delete(
        small.lake().version(version).resolve("outcomes").resolve(version.fileName("outcomes", 0)));

    assertThatExceptionOfType(SqlFailedException.class)
        .isThrownBy(() -> answer("2026-06-30.1", "SELECT 1"))
        .withMessageContaining("No files found that match the pattern")
        .withMessageContaining("outcomes");
  }

  private List<String> answer(@Nullable String version, String sql) throws IOException {
    VersionName name = version == null ? null : VersionName.parse(version).orElseThrow();
    List<String> lines = new ArrayList<>();
    try (LakeDatabase database = LakeDatabase.open(small.lake(), name)) {
      database.query(sql, new ListedRows(lines));
    }
    return lines;
  }

  private record ListedRows(List<String> lines) implements QueryRows {
    @Override
    public void columns(List<String> names) {
      lines.add(names.toString());
    }

    @Override
    public void row(List<Object> values) {
      lines.add(Arrays.toString(values.toArray()));
    }

    @Override
    public void end() {
      lines.add("end");
    }
  }
}
