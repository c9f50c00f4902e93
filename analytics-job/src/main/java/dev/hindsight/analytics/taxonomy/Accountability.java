package dev.hindsight.analytics.taxonomy;

import static dev.hindsight.analytics.dataset.Columns.col;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.when;

import dev.hindsight.datasets.marts.AccountableParty;
import dev.hindsight.datasets.marts.Dispute;
import org.apache.spark.sql.Column;

/** Who could have prevented several disputes. */
public final class Accountability {
  private Accountability() {}

  /** Aggregate: the seller where any of the disputes was the seller's to prevent. */
  public static Column ofDisputes() {
    Column party = col(Dispute.ACCOUNTABLE_PARTY);
    return coalesce(
        max(when(party.equalTo(lit(AccountableParty.SELLER.name())), party)), min(party));
  }
}
