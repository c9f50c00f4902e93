package dev.hindsight.reports.due;

import dev.hindsight.datasets.landed.ReportFrequency;
import dev.hindsight.reports.message.MailAddress;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether a seller gets a report of a date. The same news and history always give the same
 * decision.
 *
 * @param isBackFill whether nothing is to be sent because the date is long over
 */
public record DueRules(
    ReportCalendar calendar, LocalDate asOfDate, boolean isBackFill, Silenced silenced) {

  public Decision decide(SellerNews seller, SellerHistory history) {
    String id = seller.sellerId();
    String period = period(seller);
    SkipReason never = neverSent(seller);
    if (never != null) {
      return Decision.skipped(id, period, never);
    }
    if (hasNewAlarm(seller, history)) {
      return unlessTaken(seller, history, DueReason.ALARM);
    }
    return history.last() == null
        ? unlessTaken(seller, history, DueReason.FIRST)
        : regular(seller, history, history.last());
  }

  private Decision regular(SellerNews seller, SellerHistory history, SentReport last) {
    boolean isMonthServed = calendar.isMonthServed(last.asOfDate(), asOfDate);
    boolean isServed =
        isMonthly(seller) ? isMonthServed : calendar.isWeekServed(last.asOfDate(), asOfDate);
    if (isServed) {
      return Decision.skipped(seller.sellerId(), period(seller), SkipReason.NOT_DUE);
    }
    Optional<DueReason> news = isMonthly(seller) ? Optional.empty() : news(seller, last);
    return news.or(() -> isMonthServed ? Optional.empty() : Optional.of(DueReason.MONTHLY))
        .map(reason -> unlessTaken(seller, history, reason))
        .orElseGet(
            () -> Decision.skipped(seller.sellerId(), period(seller), SkipReason.NOTHING_NEW));
  }

  private Decision unlessTaken(SellerNews seller, SellerHistory history, DueReason reason) {
    String period =
        reason == DueReason.ALARM && history.last() != null
            ? calendar.alarmName(asOfDate)
            : period(seller);
    if (history.refusedPeriods().contains(period)) {
      return Decision.skipped(seller.sellerId(), period, SkipReason.REFUSED);
    }
    if (history.takenPeriods().contains(period)) {
      return Decision.skipped(seller.sellerId(), period, SkipReason.NOT_DUE);
    }
    return Decision.due(
        seller.sellerId(), period, history.last() == null ? DueReason.FIRST : reason);
  }

  private @Nullable SkipReason neverSent(SellerNews seller) {
    if (isBackFill) {
      return SkipReason.BACK_FILL;
    }
    Optional<MailAddress> address = MailAddress.of(seller.email());
    if (address.isEmpty()) {
      return SkipReason.NO_ADDRESS;
    }
    String text = address.get().address();
    if (text.toLowerCase(Locale.ROOT).endsWith(".example")) {
      return SkipReason.EXAMPLE_ADDRESS;
    }
    if (seller.frequency() == ReportFrequency.OFF) {
      return SkipReason.OFF;
    }
    if (silenced.isUnsubscribed(seller.sellerId())) {
      return SkipReason.UNSUBSCRIBED;
    }
    return silenced.isDead(text) ? SkipReason.BOUNCED : null;
  }

  private String period(SellerNews seller) {
    return isMonthly(seller) ? calendar.monthName(asOfDate) : calendar.weekName(asOfDate);
  }

  private static boolean isMonthly(SellerNews seller) {
    return seller.frequency() == ReportFrequency.MONTHLY;
  }

  private static boolean hasNewAlarm(SellerNews seller, SellerHistory history) {
    return !history.toldAlarms().containsAll(seller.alarms());
  }

  private static Optional<DueReason> news(SellerNews seller, SentReport last) {
    Map<String, ReportedFinding> before =
        last.findings().stream()
            .collect(Collectors.toMap(ReportedFinding::cause, Function.identity()));
    for (ReportedFinding finding : seller.findings()) {
      if (!before.containsKey(finding.cause())) {
        return Optional.of(DueReason.NEW_FINDING);
      }
    }
    boolean hasFaded = before.size() > seller.findings().size();
    boolean isChanged =
        seller.findings().stream()
            .anyMatch(
                finding -> {
                  ReportedFinding told = before.get(finding.cause());
                  return told != null && told.isChangedBy(finding);
                });
    return hasFaded || isChanged ? Optional.of(DueReason.WEEKLY) : Optional.empty();
  }
}
