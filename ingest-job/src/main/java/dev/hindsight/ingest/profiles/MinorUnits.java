package dev.hindsight.ingest.profiles;

import dev.hindsight.ingest.rows.Reason;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Makes an amount of a whole number of its currency's smallest units: 1234 USD is 12.34.
 *
 * @param currencyPlace where the row has its currency, which is known before the amount
 * @param exceptions decimals of currencies for which the source does not follow ISO 4217
 */
record MinorUnits(int currencyPlace, Map<String, Integer> exceptions) implements Conversion {
  private static final Pattern WHOLE = Pattern.compile("-?\\d{1,18}");
  private static final SourceName CURRENCY = new SourceName("currency", false);

  MinorUnits {
    exceptions = Map.copyOf(exceptions);
  }

  @Override
  public @Nullable String convert(String text, RowDraft draft, SourceName name) {
    String currency = draft.cell(currencyPlace);
    Integer decimals = currency == null ? null : decimals(currency);
    boolean isWhole = WHOLE.matcher(text).matches();
    if (!isWhole) {
      draft.add(name, Reason.NOT_A_WHOLE_NUMBER, text, "");
    }
    if (draft.lacks(currencyPlace)) {
      draft.addMissing(CURRENCY, "an amount needs it");
    } else if (currency != null && decimals == null) {
      draft.add(CURRENCY, Reason.UNKNOWN_CURRENCY, currency, "");
    }
    return isWhole && decimals != null
        ? NumberStyle.plain(new BigDecimal(text).movePointLeft(decimals))
        : null;
  }

  private @Nullable Integer decimals(String code) {
    Integer exception = exceptions.get(code);
    if (exception != null) {
      return exception;
    }
    try {
      int decimals = Currency.getInstance(code).getDefaultFractionDigits();
      return decimals < 0 ? null : decimals;
    } catch (IllegalArgumentException e) {
      return null;
    }
  }
}
