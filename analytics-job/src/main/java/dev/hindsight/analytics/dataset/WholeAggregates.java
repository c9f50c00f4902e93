package dev.hindsight.analytics.dataset;

import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.sql.catalyst.expressions.NamedExpression;
import org.apache.spark.sql.catalyst.expressions.aggregate.AggregateExpression;
import org.apache.spark.sql.catalyst.expressions.aggregate.AggregateMode;
import org.apache.spark.sql.catalyst.expressions.aggregate.Complete$;
import org.apache.spark.sql.catalyst.expressions.aggregate.Final$;
import org.apache.spark.sql.catalyst.expressions.aggregate.Partial$;
import org.apache.spark.sql.execution.CoalesceExec;
import org.apache.spark.sql.execution.SortExec;
import org.apache.spark.sql.execution.SparkPlan;
import org.apache.spark.sql.execution.aggregate.BaseAggregateExec;
import org.apache.spark.sql.execution.aggregate.SortAggregateExec;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Aggregates in one step. Spark adds up each partition and then the partitions' sums; where all
 * rows are in one partition, the second step only does the first one's work again. Aggregates of
 * distinct values take four steps of other kinds, and stay.
 */
final class WholeAggregates {
  private WholeAggregates() {}

  /** The same rows by one step, or the aggregate as it is where it does not end a partial one. */
  static SparkPlan inOneStep(BaseAggregateExec last) {
    SparkPlan below = belowSort(last);
    boolean isGathered = below instanceof CoalesceExec;
    if (isGathered) {
      below = ((CoalesceExec) below).child();
    }
    SparkPlan unchanged = (SparkPlan) last;
    if (!(below instanceof BaseAggregateExec first) || !isEndOf(last, first)) {
      return unchanged;
    }
    SparkPlan rows = ((SparkPlan) first).children().head();
    if (isGathered && last instanceof SortAggregateExec && !(rows instanceof SortExec)) {
      return unchanged; // gathered, they would no longer be in order
    }
    return whole(last, first, isGathered ? gathered(rows) : rows);
  }

  private static SparkPlan belowSort(BaseAggregateExec last) {
    SparkPlan below = ((SparkPlan) last).children().head();
    return last instanceof SortAggregateExec && below instanceof SortExec sorted && !sorted.global()
        ? sorted.child()
        : below;
  }

  private static SparkPlan gathered(SparkPlan rows) {
    if (rows instanceof SortExec sorted) {
      return (SparkPlan) sorted.withNewChildren(one(new CoalesceExec(1, sorted.child())));
    }
    return new CoalesceExec(1, rows);
  }

  private static <T> Seq<T> one(T single) {
    return CollectionConverters.asScala(List.of(single)).toSeq();
  }

  private static boolean isEndOf(BaseAggregateExec last, BaseAggregateExec first) {
    List<NamedExpression> lastGroups = list(last.groupingExpressions());
    List<NamedExpression> firstGroups = list(first.groupingExpressions());
    List<AggregateExpression> ends = list(last.aggregateExpressions());
    List<AggregateExpression> beginnings = list(first.aggregateExpressions());
    return last.getClass() == first.getClass()
        && lastGroups.size() == firstGroups.size()
        && ends.size() == beginnings.size()
        && !(ends.isEmpty() && lastGroups.isEmpty())
        && IntStream.range(0, lastGroups.size())
            .allMatch(i -> lastGroups.get(i).exprId().equals(firstGroups.get(i).exprId()))
        && IntStream.range(0, ends.size())
            .allMatch(
                i ->
                    is(ends.get(i), Final$.MODULE$)
                        && is(beginnings.get(i), Partial$.MODULE$)
                        && ends.get(i).resultId().equals(beginnings.get(i).resultId()));
  }

  private static boolean is(AggregateExpression expression, AggregateMode mode) {
    return expression.mode() == mode && !expression.isDistinct();
  }

  /** Aggregates of every kind, by hash, by object and by sort, are made of the same. */
  private static SparkPlan whole(BaseAggregateExec last, BaseAggregateExec first, SparkPlan rows) {
    List<AggregateExpression> whole =
        list(first.aggregateExpressions()).stream().map(WholeAggregates::complete).toList();
    Object[] parts = {
      first.requiredChildDistributionExpressions(),
      first.isStreaming(),
      last.numShufflePartitions(),
      first.groupingExpressions(),
      CollectionConverters.asScala(whole).toSeq(),
      last.aggregateAttributes(),
      0,
      last.resultExpressions(),
      rows
    };
    return (SparkPlan) ((SparkPlan) last).makeCopy(parts);
  }

  private static AggregateExpression complete(AggregateExpression partial) {
    return partial.copy(
        partial.aggregateFunction(),
        Complete$.MODULE$,
        false,
        partial.filter(),
        partial.resultId());
  }

  private static <T> List<T> list(Seq<T> expressions) {
    return CollectionConverters.asJava(expressions);
  }
}
