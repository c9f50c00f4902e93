package dev.hindsight.reports;

import dev.hindsight.datasets.lake.Lake;
import dev.hindsight.datasets.lake.VersionName;
import dev.hindsight.reports.ReportSettings.Wishes;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;

/** A request as the parameters that identify its job, and back. */
final class RequestParameters {
  static final String LAKE = "lake";
  static final String VERSION = "version";
  static final String OUTBOX = "outbox";

  /** A lake that was removed and made again can have other content under a version's old name. */
  static final String MART = "mart";

  static final String MARKETPLACE_NAME = "marketplaceName";
  static final String SENDER = "sender";
  static final String REPLY_TO = "replyTo";
  static final String REPORT_LOCALE = "reportLocale";
  static final String CASE_URL = "caseUrl";
  static final String ACCOUNT_NOTE = "accountNote";

  /** Tells apart the times that the same reports were written, after the outbox was deleted. */
  static final String AGAIN = "again";

  private RequestParameters() {}

  static JobParameters of(ReportsRequest request, long again) {
    ReportSettings settings = request.settings();
    JobParametersBuilder parameters =
        new JobParametersBuilder()
            .addString(LAKE, request.lake().root().toString())
            .addString(VERSION, request.version().toString())
            .addString(MART, MartDigest.of(request.lake(), request.version()))
            .addString(OUTBOX, request.outbox().toString())
            .addString(MARKETPLACE_NAME, settings.marketplaceName())
            .addString(SENDER, settings.sender())
            .addString(REPORT_LOCALE, settings.wishes().locale())
            .addLong(AGAIN, again);
    addKnown(parameters, REPLY_TO, settings.replyTo());
    addKnown(parameters, CASE_URL, settings.wishes().caseUrl());
    addKnown(parameters, ACCOUNT_NOTE, settings.wishes().accountNote());
    return parameters.toJobParameters();
  }

  static ReportsRequest request(JobParameters parameters) {
    Wishes wishes =
        new Wishes(
            required(parameters, REPORT_LOCALE),
            parameters.getString(CASE_URL),
            parameters.getString(ACCOUNT_NOTE));
    return new ReportsRequest(
        new Lake(Path.of(required(parameters, LAKE))),
        VersionName.parse(required(parameters, VERSION)).orElseThrow(),
        Path.of(required(parameters, OUTBOX)),
        new ReportSettings(
            required(parameters, MARKETPLACE_NAME),
            required(parameters, SENDER),
            parameters.getString(REPLY_TO),
            wishes));
  }

  private static void addKnown(
      JobParametersBuilder parameters, String name, @Nullable String value) {
    if (value != null) {
      parameters.addString(name, value);
    }
  }

  private static String required(JobParameters parameters, String name) {
    return Objects.requireNonNull(parameters.getString(name), name);
  }
}
