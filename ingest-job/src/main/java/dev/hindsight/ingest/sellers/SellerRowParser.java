package dev.hindsight.ingest.sellers;

import dev.hindsight.datasets.contract.Field;
import dev.hindsight.datasets.landed.ReportFrequency;
import dev.hindsight.datasets.landed.Seller;
import dev.hindsight.ingest.feeds.Feed;
import dev.hindsight.ingest.feeds.FeedColumns;
import dev.hindsight.ingest.parquet.ContractWriter;
import dev.hindsight.ingest.rows.Cells;
import dev.hindsight.ingest.rows.Choices;
import dev.hindsight.ingest.rows.CopiedTexts;
import dev.hindsight.ingest.rows.FeedRow;
import dev.hindsight.ingest.rows.ParsedRow;
import dev.hindsight.ingest.rows.Problem;
import dev.hindsight.ingest.rows.Reason;
import dev.hindsight.ingest.rows.RowOrigin;
import dev.hindsight.ingest.rows.RowParser;
import java.time.ZoneId;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

/** Makes sellers of a seller list's rows. */
public class SellerRowParser implements RowParser {
  private static final FeedColumns COLUMNS = Feed.SELLERS.columns();
  private static final int REPORTS = COLUMNS.place("reports");
  private static final int VALID_FROM = COLUMNS.place("valid_from");
  private static final int EMAIL = COLUMNS.place("email");
  private static final int LOCALE = COLUMNS.place("locale");
  private static final int TIME_ZONE = COLUMNS.place("time_zone");

  private static final Choices<ReportFrequency> FREQUENCIES =
      Choices.inAnyCase(ReportFrequency.values());
  private static final CopiedTexts TEXTS = CopiedTexts.of(COLUMNS, Seller.CONTRACT, Seller.REPORTS);
  private static final Set<String> TIME_ZONES = Set.copyOf(ZoneId.getAvailableZoneIds());

  private final RowOrigin origin;

  public SellerRowParser(RowOrigin origin) {
    this.origin = origin;
  }

  @Override
  public ParsedRow parse(FeedRow row) {
    Cells cells = new Cells(row, origin, COLUMNS);
    cells.requireAddress(EMAIL);
    checkLocale(cells);
    checkTimeZone(cells);
    ReportFrequency reports = cells.oneOf(REPORTS, FREQUENCIES);
    long validFrom = cells.date(VALID_FROM, origin.happened().ahead());
    return new ListedSeller(
        row,
        origin.batchNumber(),
        cells.problems(),
        Objects.requireNonNullElse(reports, ReportFrequency.WEEKLY),
        validFrom);
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

  /** A seller; its numbers are as the contract's columns have them. */
  private record ListedSeller(
      FeedRow row, int batchNumber, List<Problem> problems, ReportFrequency reports, long validFrom)
      implements ParsedRow {
    private static final int REPORTS = place(Seller.REPORTS);
    private static final int VALID_FROM = place(Seller.VALID_FROM);
    private static final int BATCH_NUMBER = place(Seller.BATCH_NUMBER);
    private static final int LINE_NUMBER = place(Seller.LINE_NUMBER);

    private static int place(Field field) {
      return Seller.CONTRACT.place(field);
    }

    @Override
    public long epochDay() {
      return NO_DAY;
    }

    @Override
    public void writeTo(ContractWriter rows) {
      TEXTS.write(row, rows);
      rows.text(REPORTS, reports.name());
      rows.number(VALID_FROM, validFrom);
      rows.number(BATCH_NUMBER, batchNumber);
      rows.number(LINE_NUMBER, row.line());
    }
  }
}
