package dev.hindsight.ingest.steps;

import dev.hindsight.datasets.lake.Lake;
import dev.hindsight.ingest.batches.FileTask;
import dev.hindsight.ingest.batches.RejectBudget;
import dev.hindsight.ingest.landing.Feed;
import dev.hindsight.ingest.landing.LandingFile;
import dev.hindsight.ingest.landing.PlannedFile;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.job.parameters.DefaultJobParametersValidator;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.job.parameters.JobParametersValidator;

/** A file's task as job parameters; plan, name, content and number say which work it is. */
public final class FileParameters {
  private static final String PLAN_ID = "planId";
  private static final String FILE_NAME = "fileName";
  private static final String SHA256 = "sha256";
  private static final String BATCH_NUMBER = "batchNumber";
  private static final String LAKE = "lake";
  private static final String PATH = "path";
  private static final String DATASET = "dataset";
  private static final String SIZE_BYTES = "sizeBytes";
  private static final String MODIFIED_AT = "modifiedAt";
  private static final String REPLACES_BATCH = "replacesBatch";
  private static final String MAX_REJECT_SHARE = "maxRejectShare";
  private static final String REJECTS_AT_LEAST = "rejectsAtLeast";
  private static final String LATEST_DATE = "latestDate";

  private FileParameters() {}

  static JobParametersValidator validator() {
    return new DefaultJobParametersValidator(
        new String[] {
          PLAN_ID,
          FILE_NAME,
          SHA256,
          BATCH_NUMBER,
          LAKE,
          PATH,
          DATASET,
          SIZE_BYTES,
          MODIFIED_AT,
          MAX_REJECT_SHARE,
          REJECTS_AT_LEAST,
          LATEST_DATE
        },
        new String[] {REPLACES_BATCH});
  }

  /** The parameters of a task that belongs to a plan. */
  public static JobParameters of(String planId, FileTask task) {
    LandingFile file = task.file();
    JobParametersBuilder parameters =
        new JobParametersBuilder()
            .addString(PLAN_ID, planId)
            .addString(FILE_NAME, file.name())
            .addString(SHA256, file.sha256())
            .addLong(BATCH_NUMBER, (long) task.planned().batchNumber())
            .addString(LAKE, task.lake().root().toString(), false)
            .addString(PATH, file.path().toString(), false)
            .addString(DATASET, file.feed().dataset(), false)
            .addLong(SIZE_BYTES, file.sizeBytes(), false)
            .addString(MODIFIED_AT, file.modifiedAt().toString(), false)
            .addDouble(MAX_REJECT_SHARE, task.budget().maxShare(), false)
            .addLong(REJECTS_AT_LEAST, task.budget().atLeast(), false)
            .addLocalDate(LATEST_DATE, task.latestDate(), false);
    Integer replaces = task.planned().replacesBatch();
    if (replaces != null) {
      parameters.addLong(REPLACES_BATCH, replaces.longValue(), false);
    }
    return parameters.toJobParameters();
  }

  /** The task that the parameters describe. */
  public static FileTask task(JobParameters parameters) {
    LandingFile file =
        new LandingFile(
            Path.of(text(parameters, PATH)),
            Feed.ofDataset(text(parameters, DATASET)),
            text(parameters, SHA256),
            number(parameters, SIZE_BYTES),
            Instant.parse(text(parameters, MODIFIED_AT)));
    return new FileTask(
        new Lake(Path.of(text(parameters, LAKE))),
        file,
        planned(parameters),
        new RejectBudget(
            Objects.requireNonNull(parameters.getDouble(MAX_REJECT_SHARE)),
            number(parameters, REJECTS_AT_LEAST)),
        Objects.requireNonNull(parameters.getLocalDate(LATEST_DATE)));
  }

  private static PlannedFile planned(JobParameters parameters) {
    return new PlannedFile(
        text(parameters, FILE_NAME),
        text(parameters, SHA256),
        Math.toIntExact(number(parameters, BATCH_NUMBER)),
        replacesBatch(parameters));
  }

  private static @Nullable Integer replacesBatch(JobParameters parameters) {
    Long batch = parameters.getLong(REPLACES_BATCH);
    return batch == null ? null : Math.toIntExact(batch);
  }

  private static String text(JobParameters parameters, String name) {
    return Objects.requireNonNull(parameters.getString(name), name);
  }

  private static long number(JobParameters parameters, String name) {
    return Objects.requireNonNull(parameters.getLong(name), name);
  }
}
