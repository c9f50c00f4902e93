package dev.hindsight.datasets.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.jerolba.carpet.impl.CaseConverter;
import dev.hindsight.datasets.Columns;
import java.lang.reflect.RecordComponent;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class SnakeCaseTest {

  static List<Columns> all() {
    return Columns.all();
  }

  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource({
    "sku, sku",
    "sellerId, seller_id",
    "isRefunded, is_refunded",
    "rateP25, rate_p25",
    "repliedIn48hRate, replied_in48h_rate",
    "repliedIn_48hRate, replied_in_48h_rate",
    "skuA, sku_a",
    "byURLName, by_url_name",
    "byURL, by_url"
  })
  void wordsBeginWithCapitals(String component, String column) {
    assertThat(RecordColumns.snakeCase(component))
        .isEqualTo(column)
        .isEqualTo(CaseConverter.camelCaseToSnakeCase(component));
  }

  @ParameterizedTest
  @MethodSource("all")
  void carpetNamesEveryColumnAsTheContractDoes(Columns columns) {
    RecordComponent[] components = columns.rowType().getRecordComponents();

    assertThat(columns.fields())
        .extracting(Field::name)
        .containsExactlyElementsOf(
            List.of(components).stream()
                .map(component -> CaseConverter.camelCaseToSnakeCase(component.getName()))
                .toList());
  }
}
