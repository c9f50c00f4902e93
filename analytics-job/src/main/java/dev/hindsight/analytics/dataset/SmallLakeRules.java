package dev.hindsight.analytics.dataset;

import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.SparkSessionExtensions;
import org.apache.spark.sql.catalyst.plans.physical.SinglePartition$;
import org.apache.spark.sql.catalyst.rules.Rule;
import org.apache.spark.sql.execution.CoalesceExec;
import org.apache.spark.sql.execution.ColumnarRule;
import org.apache.spark.sql.execution.SparkPlan;
import org.apache.spark.sql.execution.aggregate.BaseAggregateExec;
import org.apache.spark.sql.execution.exchange.ShuffleExchangeExec;
import scala.Function1;
import scala.runtime.AbstractFunction1;
import scala.runtime.AbstractPartialFunction;
import scala.runtime.BoxedUnit;

/**
 * Spark's extension by which no query of a small lake shuffles. Spark exchanges rows between two
 * operators that group by different keys, also where all are to be in one partition anyway: a stage
 * and its files each time. They are gathered by the task that reads them instead; for other lakes
 * nothing changes.
 */
public final class SmallLakeRules extends AbstractFunction1<SparkSessionExtensions, BoxedUnit> {
  /** Made by Spark, by name. */
  public SmallLakeRules() {}

  @Override
  public BoxedUnit apply(SparkSessionExtensions extensions) {
    Function1<SparkSession, ColumnarRule> rule =
        new AbstractFunction1<>() {
          @Override
          public ColumnarRule apply(SparkSession session) {
            return new BeforeColumns(session);
          }
        };
    extensions.injectColumnar(rule);
    return BoxedUnit.UNIT;
  }

  /** The only place of a plan's making, without adaptive execution, where exchanges are known. */
  private static final class BeforeColumns extends ColumnarRule {
    private final transient SparkSession session;

    BeforeColumns(SparkSession session) {
      this.session = session;
    }

    @Override
    public Rule<SparkPlan> preColumnarTransitions() {
      return new Gathering(session);
    }
  }

  private static final class Gathering extends Rule<SparkPlan> {
    private final transient SparkSession session;

    Gathering(SparkSession session) {
      this.session = session;
    }

    @Override
    public SparkPlan apply(SparkPlan plan) {
      return SmallLake.isOf(session) ? (SparkPlan) plan.transformUp(new ByOneTask()) : plan;
    }
  }

  private static final class ByOneTask extends AbstractPartialFunction<SparkPlan, SparkPlan> {
    @Override
    public boolean isDefinedAt(SparkPlan plan) {
      return plan instanceof BaseAggregateExec
          || plan instanceof ShuffleExchangeExec exchange
              && exchange.outputPartitioning().numPartitions() == 1;
    }

    @Override
    public SparkPlan apply(SparkPlan plan) {
      if (plan instanceof BaseAggregateExec aggregate) {
        return WholeAggregates.inOneStep(aggregate);
      }
      SparkPlan rows = ((ShuffleExchangeExec) plan).child();
      return rows.outputPartitioning() == SinglePartition$.MODULE$
          ? rows
          : new CoalesceExec(1, rows);
    }
  }
}
