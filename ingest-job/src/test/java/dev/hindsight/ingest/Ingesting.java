package dev.hindsight.ingest;

import dev.hindsight.datasets.lake.Lake;
import dev.hindsight.datasets.lake.LandedFile;
import dev.hindsight.datasets.lake.LandedFiles;
import dev.hindsight.ingest.batches.FileRules;
import dev.hindsight.ingest.batches.Progress;
import dev.hindsight.ingest.batches.RejectBudget;
import dev.hindsight.ingest.landing.IngestHold;
import dev.hindsight.ingest.manifests.ManifestJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.StringJoiner;
import java.util.UUID;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** A landing folder and a lake of their own; the real jobs, and a job repository for all tests. */
final class Ingesting {
  static final Instant NOW = Instant.parse("2024-04-01T05:00:00Z");
  static final String TRANSACTIONS =
      "transaction_id,order_id,seller_id,category,amount,currency,ordered_at\n";

  static final ApplicationContext CONTEXT =
      new SpringApplicationBuilder(Application.class)
          .web(WebApplicationType.NONE)
          .properties(
              "spring.main.banner-mode=off",
              "spring.batch.job.enabled=false",
              "spring.batch.jdbc.initialize-schema=always",
              "spring.datasource.url=jdbc:h2:mem:" + UUID.randomUUID(),
              "logging.level.root=error",
              "logging.level.org.springframework.batch.core.step=off")
          .run();

  final Path landing;
  final Lake lake;

  Ingesting(Path folder) throws IOException {
    landing = Files.createDirectories(folder.resolve("landing"));
    lake = new Lake(folder.resolve("lake"));
  }

  @SpringBootConfiguration(proxyBeanMethods = false)
  @EnableAutoConfiguration
  @Import(IngestConfiguration.class)
  static class Application {
    @Bean
    InstantSource clock() {
      return InstantSource.fixed(NOW);
    }
  }

  static String transaction(String id) {
    return id + ",o-1,s-1,toys,12.50,EUR,2024-03-01T10:00:00Z\n";
  }

  Path write(String name, String content) throws IOException {
    return Files.writeString(landing.resolve(name), content);
  }

  IngestResult ingest(String... acceptedFiles) {
    return CONTEXT.getBean(LandingIngest.class).ingest(request(lake, acceptedFiles));
  }

  IngestRequest request(Lake into, String... acceptedFiles) {
    return new IngestRequest(
        into,
        landing,
        LandingFormats.DEFAULT,
        new FileRules(RejectBudget.DEFAULT, Set.of(acceptedFiles)),
        IngestHold.ALONE,
        Progress.NONE);
  }

  List<LandedFile> landed() throws IOException {
    return LandedFiles.of(lake, ManifestJson.reader(LandedFile.class)).all();
  }

  static JobRepository repository() {
    return CONTEXT.getBean(JobRepository.class);
  }

  /** The rows of a query over the lake's Parquet files, in which {@code $dataset} names them. */
  List<String> query(String sql, String dataset) throws SQLException {
    String files =
        "read_parquet('%s/*/*.parquet', hive_partitioning = false)".formatted(lake.landed(dataset));
    try (Connection duckdb = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = duckdb.createStatement();
        ResultSet rows = statement.executeQuery(sql.replace("$dataset", files))) {
      List<String> all = new ArrayList<>();
      while (rows.next()) {
        StringJoiner row = new StringJoiner(" ");
        for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
          row.add(rows.getString(i));
        }
        all.add(row.toString());
      }
      return all;
    }
  }

  List<String> transactionIds() throws SQLException {
    return query("SELECT batch_number, transaction_id FROM $dataset ORDER BY ALL", "transactions");
  }
}
