package dev.hindsight.reports.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReportFileNameTest {

  @Test
  void plainIdsNameTheirFiles() {
    assertThat(ReportFileName.page("s-118")).isEqualTo("s-118.html");
    assertThat(ReportFileName.message("6d803cb79cc31c41c4c789a75933b3c7"))
        .isEqualTo("6d803cb79cc31c41c4c789a75933b3c7.eml");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ".",
        "..",
        "../../etc/passwd",
        "a/b",
        "a\\b",
        "C:\\x",
        "a\u0000b",
        "naïve",
        "店铺",
        "-rf",
        "index",
        "overview",
        "con",
        "lpt1",
        "a.b",
        "s~1"
      })
  void otherIdsGetASafeName(String sellerId) {
    assertThat(ReportFileName.page(sellerId)).matches("[a-z0-9][a-z0-9-]*~[0-9a-f]{32}\\.html");
  }

  @Test
  void longIdsGetAShortName() {
    assertThat(ReportFileName.page("s".repeat(300))).hasSizeLessThan(80);
  }

  @Test
  void noTwoIdsShareANameWhereCasesAreAlike() {
    List<String> ids =
        List.of(
            "seller", "Seller", "SELLER", "seller ", "a/b", "a-b", "a.b", "a_b", "é", "e\u0301");
    Set<String> names = new HashSet<>();

    ids.forEach(id -> names.add(ReportFileName.page(id).toLowerCase(Locale.ROOT)));

    assertThat(names).hasSameSizeAs(ids);
  }
}
