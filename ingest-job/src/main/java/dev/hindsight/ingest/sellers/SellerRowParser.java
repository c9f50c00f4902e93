package dev.hindsight.ingest.sellers;

import static dev.hindsight.datasets.contract.Required.required;

import dev.hindsight.datasets.landed.ReportFrequency;
import dev.hindsight.datasets.landed.Seller;
import dev.hindsight.ingest.csv.CsvRow;
import dev.hindsight.ingest.csv.FeedColumns;
import dev.hindsight.ingest.rows.Cells;
import dev.hindsight.ingest.rows.Choices;
import dev.hindsight.ingest.rows.ParsedRow;
import dev.hindsight.ingest.rows.Reason;
import dev.hindsight.ingest.rows.RowOrigin;
import dev.hindsight.ingest.rows.RowParser;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Makes sellers of a seller list's rows. */
public class SellerRowParser implements RowParser<Seller> {
  static final FeedColumns COLUMNS =
      new FeedColumns(
          List.of("seller_id"),
          List.of("name", "email", "locale", "time_zone"),
          List.of("reports", "valid_from"));

  private static final Choices<ReportFrequency> REPORTS =
      Choices.inAnyCase(ReportFrequency.values());
  private static final Set<String> TIME_ZONES = Set.copyOf(ZoneId.getAvailableZoneIds());

  /** One address and nothing that a mail header could take for a second one, or for its end. */
  private static final Pattern EMAIL =
      Pattern.compile("[^\\s\\p{Cntrl}@,;:<>\"()\\[\\]\\\\]{1,64}@[\\p{L}\\p{N}.-]{1,189}");

  private static final Pattern DOMAIN_WITH_DOT = Pattern.compile(".*@[^.]+(\\.[^.]+)+");

  private final RowOrigin origin;

  public SellerRowParser(RowOrigin origin) {
    this.origin = origin;
  }

  @Override
  public ParsedRow<Seller> parse(CsvRow row) {
    return Cells.ofWidth(row, origin, () -> parsed(row));
  }

  @Override
  public @Nullable LocalDate dateOf(Seller seller) {
    return null;
  }

  private ParsedRow<Seller> parsed(CsvRow row) {
    Cells cells = new Cells(row, origin, COLUMNS);
    checkEmail(cells);
    checkLocale(cells);
    checkTimeZone(cells);
    ReportFrequency reports = cells.oneOf("reports", REPORTS);
    LocalDate validFrom = cells.date("valid_from", origin.happened().ahead());
    return cells.accept(
        () ->
            new Seller(
                required(row.cell("seller_id"), "sellerId"),
                row.cell("name"),
                row.cell("email"),
                row.cell("locale"),
                row.cell("time_zone"),
                Objects.requireNonNullElse(reports, ReportFrequency.WEEKLY),
                validFrom,
                origin.batchNumber(),
                row.line()));
  }

  private static void checkEmail(Cells cells) {
    String email = cells.text("email");
    if (email != null
        && !(EMAIL.matcher(email).matches() && DOMAIN_WITH_DOT.matcher(email).matches())) {
      cells.add("email", Reason.NOT_AN_EMAIL);
    }
  }

  private static void checkLocale(Cells cells) {
    String locale = cells.text("locale");
    if (locale != null && !isLanguageTag(locale)) {
      cells.add("locale", Reason.NOT_A_LOCALE);
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
    String timeZone = cells.text("time_zone");
    if (timeZone != null && !TIME_ZONES.contains(timeZone)) {
      cells.add("time_zone", Reason.NOT_A_TIME_ZONE);
    }
  }
}
