package dev.hindsight.reports.wording;

import dev.hindsight.datasets.marts.DriverDimension;
import dev.hindsight.datasets.marts.ReportTask;
import java.time.DayOfWeek;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A driver's value as the seller's language says it; a code or name of the log stays as it is. */
record ValueWording(Voice voice) {
  private static final Pattern UNDER = Pattern.compile("under (\\d+)");
  private static final Pattern BETWEEN = Pattern.compile("(\\d+) to (\\d+)(?: days)?");
  private static final Pattern FROM = Pattern.compile("(\\d+) or more");
  private static final Pattern UP_TO_DAYS = Pattern.compile("up to (\\d+) days");
  private static final Pattern OVER_DAYS = Pattern.compile("over (\\d+) days");

  String of(ReportTask task) {
    String value = task.dimensionValue();
    DriverDimension dimension = task.dimension();
    if (value == null || dimension == null) {
      return "";
    }
    return switch (dimension) {
      case PRICE_BAND -> price(value);
      case PROMISED_TIME -> days(value);
      case LATE_DELIVERY -> delivery(value);
      case WEEKDAY -> weekday(value);
      case FULFILLED_BY -> voice.phrases().say("value." + value, voice.marketplaceName());
      case SKU, CARRIER, SERVICE_LEVEL, SHIP_REGION -> Voice.number(value);
    };
  }

  private String price(String band) {
    Matcher under = UNDER.matcher(band);
    Matcher between = BETWEEN.matcher(band);
    Matcher from = FROM.matcher(band);
    if (under.matches()) {
      return voice.say("value.under", number(under, 1));
    }
    if (between.matches()) {
      return voice.say("value.between", number(between, 1), number(between, 2));
    }
    return from.matches() ? voice.say("value.from", number(from, 1)) : Voice.number(band);
  }

  private String days(String band) {
    Matcher upTo = UP_TO_DAYS.matcher(band);
    Matcher between = BETWEEN.matcher(band);
    Matcher over = OVER_DAYS.matcher(band);
    if (upTo.matches()) {
      return voice.say("value.daysUpTo", number(upTo, 1));
    }
    if (between.matches()) {
      return voice.say("value.daysBetween", number(between, 1), number(between, 2));
    }
    return over.matches() ? voice.say("value.daysOver", number(over, 1)) : Voice.number(band);
  }

  private String delivery(String value) {
    return switch (value) {
      case "late" -> voice.say("value.late");
      case "on time" -> voice.say("value.onTime");
      default -> voice.say("value.noDelivery");
    };
  }

  private String weekday(String name) {
    try {
      return voice.formats().dayOfWeek(DayOfWeek.valueOf(name.toUpperCase(Locale.ROOT)));
    } catch (IllegalArgumentException e) {
      return Voice.number(name);
    }
  }

  private String number(Matcher matcher, int group) {
    return voice.count(Long.parseLong(matcher.group(group)));
  }
}
