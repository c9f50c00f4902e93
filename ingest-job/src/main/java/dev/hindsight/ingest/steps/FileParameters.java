package dev.hindsight.ingest.steps;

import dev.hindsight.ingest.batches.FileTask;
import java.util.Objects;
import org.springframework.batch.core.job.parameters.DefaultJobParametersValidator;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.job.parameters.JobParametersValidator;

/** Which work the job of a file is, as job parameters: plan, name, content and number. */
public final class FileParameters {
  private static final String PLAN_ID = "planId";
  private static final String FILE_NAME = "fileName";
  private static final String SHA256 = "sha256";
  private static final String BATCH_NUMBER = "batchNumber";
  private static final String LAKE = "lake";
  private static final String FORMAT = "format";

  private FileParameters() {}

  static JobParametersValidator validator() {
    return new DefaultJobParametersValidator(
        new String[] {PLAN_ID, FILE_NAME, SHA256, BATCH_NUMBER, LAKE, FORMAT}, new String[0]);
  }

  /** The parameters of a task that belongs to a plan. */
  public static JobParameters of(String planId, FileTask task) {
    return new JobParametersBuilder()
        .addString(PLAN_ID, planId)
        .addString(FILE_NAME, task.file().name())
        .addString(SHA256, task.file().sha256())
        .addLong(BATCH_NUMBER, (long) task.batchNumber())
        .addString(LAKE, task.lake().root().toString(), false)
        .addString(FORMAT, task.file().format().name(), false)
        .toJobParameters();
  }

  static int batchNumber(JobParameters parameters) {
    return Math.toIntExact(Objects.requireNonNull(parameters.getLong(BATCH_NUMBER), BATCH_NUMBER));
  }
}
