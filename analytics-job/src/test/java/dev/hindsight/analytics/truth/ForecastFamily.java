package dev.hindsight.analytics.truth;

import static dev.hindsight.analytics.dataset.Columns.as;
import static dev.hindsight.analytics.dataset.Columns.col;
import static dev.hindsight.analytics.dataset.Columns.scratch;
import static org.apache.spark.sql.functions.lit;

import dev.hindsight.analytics.MeasuredFindings;
import dev.hindsight.analytics.cohort.Cohort;
import dev.hindsight.analytics.expectation.Expectation;
import dev.hindsight.analytics.taxonomy.Taxonomy;
import dev.hindsight.datasets.contract.Field;
import dev.hindsight.datasets.marts.SellerCause;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Whose ratios are foretold: a family of the night's comparisons. */
enum ForecastFamily {
  TOTALS("totals") {
    @Override
    Dataset<Row> expectation(MeasuredFindings findings) {
      return findings.expectation().where(col(Expectation.CAUSE).equalTo(lit(Cohort.ANY_CAUSE)));
    }

    @Override
    Dataset<Row> shrunken(MeasuredFindings findings) {
      return findings
          .totals()
          .select(
              col(SellerCause.SELLER_ID),
              as(SellerCause.CAUSE, lit(Cohort.ANY_CAUSE)),
              as(SHRUNKEN_BEFORE, col(SellerCause.SHRUNKEN_RATIO)));
    }
  },
  CAUSES("seller x cause") {
    @Override
    Dataset<Row> expectation(MeasuredFindings findings) {
      return findings
          .expectation()
          .where(Expectation.isOfOneCause())
          .where(col(Expectation.CAUSE).notEqual(lit(Taxonomy.UNMAPPED)));
    }

    @Override
    Dataset<Row> shrunken(MeasuredFindings findings) {
      return findings
          .sellerCauses()
          .select(
              col(SellerCause.SELLER_ID),
              col(SellerCause.CAUSE),
              as(SHRUNKEN_BEFORE, col(SellerCause.SHRUNKEN_RATIO)));
    }
  };

  static final Field SHRUNKEN_BEFORE = scratch("shrunken_before");

  private final String text;

  ForecastFamily(String text) {
    this.text = text;
  }

  String text() {
    return text;
  }

  /** {@code seller_id, cause, observed_count, expected_count} of the window. */
  abstract Dataset<Row> expectation(MeasuredFindings findings);

  /** {@code seller_id, cause}, {@link #SHRUNKEN_BEFORE}. */
  abstract Dataset<Row> shrunken(MeasuredFindings findings);
}
