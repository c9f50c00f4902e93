package dev.hindsight.analytics.advice;

import static dev.hindsight.analytics.dataset.Columns.col;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hindsight.analytics.SparkTest;
import dev.hindsight.datasets.lake.AdviceHoldout;
import dev.hindsight.datasets.marts.Recommendation;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;

@SparkTest
class HoldoutTest {
  private static final List<String> SELLERS =
      IntStream.range(0, 2_000).mapToObj(seller -> "Verkäufer-" + seller).toList();

  private final SparkSession spark;

  HoldoutTest(SparkSession spark) {
    this.spark = spark;
  }

  @Test
  void aboutTheShareIsHeldOut() {
    assertThat(heldOut(0.1, "hindsight")).hasSizeBetween(160, 240);
    assertThat(heldOut(0, "hindsight")).isEmpty();
    assertThat(heldOut(1, "hindsight")).hasSameSizeAs(SELLERS);
  }

  @Test
  void whoIsHeldOutStaysSoWhenTheShareGrows() {
    assertThat(heldOut(0.2, "hindsight")).containsAll(heldOut(0.1, "hindsight"));
  }

  @Test
  void anotherSaltDrawsOthers() {
    assertThat(heldOut(0.5, "autumn")).isNotEqualTo(heldOut(0.5, "spring"));
  }

  @Test
  void shareIsBetweenNobodyAndEverybody() {
    assertThatThrownBy(() -> new AdviceHoldout(1.1, "any"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("1.1 is no share; write 0 to 1");
  }

  private List<String> heldOut(double share, String salt) {
    Holdout holdout = new Holdout(new AdviceHoldout(share, salt));
    return spark
        .createDataset(SELLERS, Encoders.STRING())
        .toDF(Recommendation.SELLER_ID.name())
        .where(holdout.isHeldOut(Recommendation.SELLER_ID))
        .select(col(Recommendation.SELLER_ID))
        .as(Encoders.STRING())
        .collectAsList()
        .stream()
        .sorted()
        .toList();
  }
}
