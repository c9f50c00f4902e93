package dev.hindsight.analytics;

import dev.hindsight.analytics.Tasks.Made;
import dev.hindsight.analytics.dataset.IntermediateRows;
import dev.hindsight.analytics.dataset.MartWriter;
import dev.hindsight.datasets.contract.Contract;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.spark.SparkContext;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Makes marts side by side, and the rows that several of them build on. */
record MartTasks(Tasks tasks, MartWriter marts, IntermediateRows intermediate) {
  /** What a thread's steps are called, in short and at length. */
  private static final List<String> CALL_SITE = List.of("callSite.short", "callSite.long");

  /** Work on the marts that is more than to write one. */
  interface Work<T> {
    T on(MartWriter marts) throws Exception;
  }

  /**
   * @param name what is made
   */
  <T> Made<T> begin(String name, Work<T> work) {
    return tasks.begin(
        () -> {
          nameWhatSparkDoes(name);
          return work.on(marts);
        });
  }

  /** Rows that several marts build on. */
  Made<Dataset<Row>> keep(String name, Callable<Dataset<Row>> rows) {
    return begin(name, marts -> intermediate.readBack(rows.call(), name));
  }

  Made<Dataset<Row>> write(Contract<?> mart, Callable<Dataset<Row>> rows) {
    return begin(mart.name(), to -> to.write(rows.call(), mart));
  }

  /** Writes a mart that is never large. */
  Made<Dataset<Row>> writeOneFile(Contract<?> mart, Callable<Dataset<Row>> rows) {
    return begin(mart.name(), to -> to.writeOneFile(rows.call(), mart));
  }

  /**
   * Spark names each step by the line of code that asks for it, and walks the whole stack to find
   * it, every time. The mart says more, and costs nothing.
   */
  private void nameWhatSparkDoes(String name) {
    SparkContext context = intermediate.spark().sparkContext();
    CALL_SITE.forEach(property -> context.setLocalProperty(property, name));
  }
}
