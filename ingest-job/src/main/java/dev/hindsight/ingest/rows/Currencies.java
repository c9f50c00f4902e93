package dev.hindsight.ingest.rows;

import java.util.Currency;
import org.jspecify.annotations.Nullable;

/** The currencies that amounts can be in; gold, test codes and the like are not money. */
final class Currencies {
  private static final int LETTERS = 26;
  private static final int CODE_LENGTH = 3;

  /** By code, read as a number of three digits from A to Z. */
  private static final @Nullable Currency[] BY_CODE =
      new @Nullable Currency[LETTERS * LETTERS * LETTERS];

  static {
    for (Currency currency : Currency.getAvailableCurrencies()) {
      if (currency.getDefaultFractionDigits() >= 0) {
        String code = currency.getCurrencyCode();
        BY_CODE[number(code.charAt(0), code.charAt(1), code.charAt(2))] = currency;
      }
    }
  }

  private Currencies() {}

  static @Nullable Currency of(byte[] text, int start, int end) {
    if (end - start != CODE_LENGTH) {
      return null;
    }
    for (int i = start; i < end; i++) {
      if (text[i] < 'A' || text[i] > 'Z') {
        return null;
      }
    }
    return BY_CODE[number(text[start], text[start + 1], text[start + 2])];
  }

  private static int number(int first, int second, int third) {
    return ((first - 'A') * LETTERS + second - 'A') * LETTERS + third - 'A';
  }
}
