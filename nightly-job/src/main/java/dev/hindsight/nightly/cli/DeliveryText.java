package dev.hindsight.nightly.cli;

import dev.hindsight.reports.DeliveryResult;
import dev.hindsight.reports.due.SkipReason;
import dev.hindsight.reports.smtp.SendingResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What became of the reports, for a person. */
record DeliveryText(DeliveryResult delivery) {

  List<String> lines() {
    List<String> lines = new ArrayList<>();
    SendingResult sending = delivery.sending();
    lines.add(
        sending == null
            ? "nothing was sent; %s would be due%s".formatted(count(delivery.dueCount()), skipped())
            : sent(sending) + skipped());
    if (sending != null && sending.stopped() != null) {
      lines.add(sending.stopped());
    }
    if (delivery.interruptedCount() > 0) {
      lines.add(
          "%s were being handed over when their run ended; whether they arrived is unknown, see: hindsight deliveries --state unknown"
              .formatted(count(delivery.interruptedCount())));
    }
    return lines;
  }

  private static String sent(SendingResult sending) {
    List<String> parts = new ArrayList<>();
    parts.add(count(sending.acceptedCount()) + " taken by the mail server");
    add(parts, sending.failedCount(), "refused for good");
    add(parts, sending.unknownCount(), "handed over without an answer");
    add(parts, sending.leftCount(), "not handed over yet");
    return String.join(", ", parts);
  }

  private static void add(List<String> parts, long number, String words) {
    if (number > 0) {
      parts.add(count(number) + " " + words);
    }
  }

  private String skipped() {
    return delivery.skippedCounts().entrySet().stream()
        .map(entry -> count(entry.getValue()) + " " + title(entry.getKey()))
        .collect(
            Collectors.collectingAndThen(
                Collectors.joining(", "),
                text -> text.isEmpty() ? "" : " (not sent: " + text + ")"));
  }

  private static String title(SkipReason reason) {
    return reason.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private static String count(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }
}
