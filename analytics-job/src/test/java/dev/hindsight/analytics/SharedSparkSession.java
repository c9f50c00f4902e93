package dev.hindsight.analytics;

import org.apache.spark.SparkConf;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Hands out the application's own kind of session, made small; it ends with the JVM. */
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
    static final SparkSession INSTANCE = AnalysisSession.start(small());

    private static SparkConf small() {
      return new SparkConf()
          .set("spark.master", "local[1]")
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
