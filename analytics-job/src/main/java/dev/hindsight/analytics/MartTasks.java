package dev.hindsight.analytics;

import dev.hindsight.analytics.Tasks.Made;
import dev.hindsight.analytics.dataset.IntermediateRows;
import dev.hindsight.analytics.dataset.MartWriter;
import dev.hindsight.datasets.contract.Contract;
import java.io.IOException;
import java.util.concurrent.Callable;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Makes marts side by side, and the rows that several of them build on. */
record MartTasks(Tasks tasks, MartWriter marts, IntermediateRows intermediate) {

  /** Work on the marts that is more than to write one. */
  interface Work<T> {
    T on(MartWriter marts) throws IOException;
  }

  <T> Made<T> begin(Work<T> work) {
    return tasks.begin(() -> work.on(marts));
  }

  /** Rows that several marts build on. */
  Made<Dataset<Row>> keep(String name, Callable<Dataset<Row>> rows) {
    return tasks.begin(() -> intermediate.readBack(rows.call(), name));
  }

  Made<Dataset<Row>> write(Contract<?> mart, Callable<Dataset<Row>> rows) {
    return tasks.begin(() -> marts.write(rows.call(), mart));
  }

  /** Writes a mart that is never large. */
  Made<Dataset<Row>> writeOneFile(Contract<?> mart, Callable<Dataset<Row>> rows) {
    return tasks.begin(() -> marts.writeOneFile(rows.call(), mart));
  }
}
