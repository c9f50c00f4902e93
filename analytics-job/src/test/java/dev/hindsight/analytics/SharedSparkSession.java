package dev.hindsight.analytics;

import dev.hindsight.analytics.dataset.SmallLake;
import dev.hindsight.datasets.lake.LandedFiles;
import java.util.List;
import org.apache.spark.SparkConf;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Hands out the application's own kind of session, as it is for a small lake; it ends with the JVM.
 */
final class SharedSparkSession implements ParameterResolver {
  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
    return parameter.getParameter().getType() == SparkSession.class;
  }

  @Override
  public SparkSession resolveParameter(ParameterContext parameter, ExtensionContext test) {
    return Session.INSTANCE;
  }

  private static final class Session {
    static final SparkSession INSTANCE =
        SmallLake.session(AnalysisSession.start(small()), new LandedFiles(List.of()));

    private static SparkConf small() {
      return new SparkConf()
          .set("spark.master", "local[2]")
          .set("spark.default.parallelism", "1")
          .set("spark.buffer.pageSize", "1m")
          .set("spark.broadcast.blockSize", "256k")
          .set("spark.sql.shuffle.partitions", "1")
          .set("spark.ui.enabled", "false")
          .set("spark.sql.codegen.wholeStage", "false")
          .set("spark.sql.codegen.factoryMode", "NO_CODEGEN")
          .set("spark.sql.adaptive.enabled", "false")
          .set("spark.sql.autoBroadcastJoinThreshold", "-1")
          .set("spark.driver.host", "localhost")
          .set("spark.sql.warehouse.dir", "target/warehouse");
    }
  }
}
