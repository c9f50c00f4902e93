package dev.hindsight.nightly.night;

import dev.hindsight.datasets.Program;
import java.time.LocalDate;
import java.util.TreeSet;
import org.apache.commons.codec.digest.DigestUtils;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;

/**
 * What a night is known by: lake, as-of date, what lies in the landing folder, and how it is worked
 * on. The same work again is the same job instance.
 *
 * @param landingDigest of names and contents of the landing folder's files
 * @param yesterday the last day that is over
 */
record NightParameters(NightRequest request, String landingDigest, LocalDate yesterday) {

  /**
   * @param attempt above 1 where the same night was asked again after it had ended well
   */
  JobParameters toJobParameters(long attempt) {
    LocalDate asked = request.asOfDate();
    return new JobParametersBuilder()
        .addString("lake", request.lake().root().toString())
        .addString("asOfDate", asked == null ? "newest until " + yesterday : asked.toString())
        .addString("landing", landingDigest)
        .addString("configuration", configurationDigest())
        .addLong("attempt", attempt)
        .toJobParameters();
  }

  private String configurationDigest() {
    return DigestUtils.sha256Hex(
        String.join(
            "\n",
            Program.VERSION,
            request.outbox().toAbsolutePath().toString(),
            Integer.toString(request.windowDays()),
            String.valueOf(request.reportingCurrency()),
            request.zone().getId(),
            request.adviceHoldout().toString(),
            request.fileRules().budget().toString(),
            new TreeSet<>(request.fileRules().acceptedFiles()).toString(),
            request.gates().bounds().toString(),
            request.reports().toString(),
            request.delivery().identity()));
  }
}
