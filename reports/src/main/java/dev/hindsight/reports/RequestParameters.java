package dev.hindsight.reports;

import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;

/** A request as the parameters that identify its job. */
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
  static final String MAIL = "mail";

  /** Tells apart the times that the same reports were written, after the outbox was deleted. */
  static final String AGAIN = "again";

  private RequestParameters() {}

  static JobParameters of(ReportsRequest request, long again) {
    ReportSettings settings = request.settings();
    JobParametersBuilder parameters =
        new JobParametersBuilder()
            .addString(LAKE, request.lake().root().toString())
            .addString(VERSION, request.version().toString())
            .addString(MART, VersionDigest.of(request.lake(), request.version()))
            .addString(OUTBOX, request.outbox().toString())
            .addString(MARKETPLACE_NAME, settings.marketplaceName())
            .addString(SENDER, settings.sender())
            .addString(REPORT_LOCALE, settings.wishes().locale())
            .addString(MAIL, request.mail().fingerprint())
            .addLong(AGAIN, again);
    addKnown(parameters, REPLY_TO, settings.replyTo());
    addKnown(parameters, CASE_URL, settings.wishes().caseUrl());
    addKnown(parameters, ACCOUNT_NOTE, settings.wishes().accountNote());
    return parameters.toJobParameters();
  }

  private static void addKnown(
      JobParametersBuilder parameters, String name, @Nullable String value) {
    if (value != null) {
      parameters.addString(name, value);
    }
  }
}
