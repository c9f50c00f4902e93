package dev.hindsight.ingest.steps;

import dev.hindsight.ingest.batches.FileTask;
import dev.hindsight.ingest.landing.Share;
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
  private static final String SHARE = "share";

  private FileParameters() {}

  static JobParametersValidator validator() {
    return new DefaultJobParametersValidator(
        new String[] {PLAN_ID, FILE_NAME, SHA256, BATCH_NUMBER, LAKE, FORMAT},
        new String[] {SHARE});
  }

  /**
   * The parameters of a task that belongs to a plan.
   *
   * @param share who runs it: another share, or a whole ingest, may go on with it
   */
  public static JobParameters of(String planId, FileTask task, Share share) {
    return new JobParametersBuilder()
        .addString(PLAN_ID, planId)
        .addString(FILE_NAME, task.file().name())
        .addString(SHA256, task.file().sha256())
        .addLong(BATCH_NUMBER, (long) task.batchNumber())
        .addString(LAKE, task.lake().root().toString(), false)
        .addString(FORMAT, task.file().format().name(), false)
        .addString(SHARE, share.toString(), false)
        .toJobParameters();
  }

  /** Whether a share that can run beside the given one has the work of these parameters. */
  public static boolean isOfAnotherShare(JobParameters parameters, Share share) {
    String text = parameters.getString(SHARE);
    Share owner = text == null ? Share.WHOLE : Share.of(text);
    return owner.count() == share.count() && owner.number() != share.number();
  }

  static int batchNumber(JobParameters parameters) {
    return Math.toIntExact(Objects.requireNonNull(parameters.getLong(BATCH_NUMBER), BATCH_NUMBER));
  }
}
