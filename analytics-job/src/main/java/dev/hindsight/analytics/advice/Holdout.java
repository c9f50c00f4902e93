package dev.hindsight.analytics.advice;

import static dev.hindsight.analytics.dataset.Columns.as;
import static dev.hindsight.analytics.dataset.Columns.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.conv;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.sha2;
import static org.apache.spark.sql.functions.substring;

import dev.hindsight.datasets.contract.Field;
import dev.hindsight.datasets.lake.AdviceHoldout;
import dev.hindsight.datasets.marts.Recommendation;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Keeps advice from the sellers who are held out, and nothing else. */
public record Holdout(AdviceHoldout sellers) {
  private static final int HASH_BITS = 256;
  private static final int DIGITS = 8;

  /** Whether a seller gets no advice, as {@link AdviceHoldout} has it. */
  Column isHeldOut(Field sellerId) {
    Column hash = sha2(concat(lit(sellers.salt() + ":"), col(sellerId)).cast("binary"), HASH_BITS);
    Column number = conv(substring(hash, 1, DIGITS), 16, 10).cast("bigint");
    return number.lt(lit(sellers.leastAdvised()));
  }

  /** The recommendations that are given; reports show no others. */
  public Dataset<Row> given(Dataset<Row> recommendations) {
    return recommendations.where(not(isHeldOut(Recommendation.SELLER_ID)));
  }

  Column share(Field field) {
    return as(field, lit(sellers.share()));
  }
}
