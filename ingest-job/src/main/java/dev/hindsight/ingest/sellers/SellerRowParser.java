package dev.hindsight.ingest.sellers;

import static dev.hindsight.datasets.contract.Required.required;

import dev.hindsight.datasets.landed.ReportFrequency;
import dev.hindsight.datasets.landed.Seller;
import dev.hindsight.ingest.feeds.Feed;
import dev.hindsight.ingest.feeds.FeedColumns;
import dev.hindsight.ingest.rows.Cells;
import dev.hindsight.ingest.rows.Choices;
import dev.hindsight.ingest.rows.FeedRow;
import dev.hindsight.ingest.rows.ParsedRow;
import dev.hindsight.ingest.rows.Reason;
import dev.hindsight.ingest.rows.RowOrigin;
import dev.hindsight.ingest.rows.RowParser;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Makes sellers of a seller list's rows. */
public class SellerRowParser implements RowParser<Seller> {
  private static final FeedColumns COLUMNS = Feed.SELLERS.columns();
  private static final int REPORTS = COLUMNS.place("reports");
  private static final int VALID_FROM = COLUMNS.place("valid_from");
  private static final int SELLER_ID = COLUMNS.place("seller_id");
  private static final int NAME = COLUMNS.place("name");
  private static final int EMAIL = COLUMNS.place("email");
  private static final int LOCALE = COLUMNS.place("locale");
  private static final int TIME_ZONE = COLUMNS.place("time_zone");

  private static final Choices<ReportFrequency> FREQUENCIES =
      Choices.inAnyCase(ReportFrequency.values());
  private static final Set<String> TIME_ZONES = Set.copyOf(ZoneId.getAvailableZoneIds());

  /** One address and nothing that a mail header could take for a second one, or for its end. */
  private static final Pattern ADDRESS =
      Pattern.compile("[^\\s\\p{Cntrl}@,;:<>\"()\\[\\]\\\\]{1,64}@[\\p{L}\\p{N}.-]{1,189}");

  private static final Pattern DOMAIN_WITH_DOT = Pattern.compile(".*@[^.]+(\\.[^.]+)+");

  private final RowOrigin origin;

  public SellerRowParser(RowOrigin origin) {
    this.origin = origin;
  }

  @Override
  public @Nullable LocalDate dateOf(Seller seller) {
    return null;
  }

  @Override
  public ParsedRow<Seller> parse(FeedRow row) {
    Cells cells = new Cells(row, origin, COLUMNS);
    checkEmail(cells);
    checkLocale(cells);
    checkTimeZone(cells);
    ReportFrequency reports = cells.oneOf(REPORTS, FREQUENCIES);
    LocalDate validFrom = cells.date(VALID_FROM, origin.happened().ahead());
    return cells.accept(
        () ->
            new Seller(
                required(row.cell(SELLER_ID), "sellerId"),
                row.cell(NAME),
                row.cell(EMAIL),
                row.cell(LOCALE),
                row.cell(TIME_ZONE),
                Objects.requireNonNullElse(reports, ReportFrequency.WEEKLY),
                validFrom,
                origin.batchNumber(),
                row.line()));
  }

  private static void checkEmail(Cells cells) {
    String email = cells.text(EMAIL);
    if (email != null
        && !(ADDRESS.matcher(email).matches() && DOMAIN_WITH_DOT.matcher(email).matches())) {
      cells.add(EMAIL, Reason.NOT_AN_EMAIL);
    }
  }

  private static void checkLocale(Cells cells) {
    String locale = cells.text(LOCALE);
    if (locale != null && !isLanguageTag(locale)) {
      cells.add(LOCALE, Reason.NOT_A_LOCALE);
    }
  }

  private static boolean isLanguageTag(String tag) {
    try {
      return !new Locale.Builder().setLanguageTag(tag).build().getLanguage().isEmpty();
    } catch (IllformedLocaleException e) {
      return false;
    }
  }

  private static void checkTimeZone(Cells cells) {
    String timeZone = cells.text(TIME_ZONE);
    if (timeZone != null && !TIME_ZONES.contains(timeZone)) {
      cells.add(TIME_ZONE, Reason.NOT_A_TIME_ZONE);
    }
  }
}
