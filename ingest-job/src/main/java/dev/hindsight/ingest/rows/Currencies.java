package dev.hindsight.ingest.rows;

import java.util.Currency;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The currencies that amounts can be in; gold, test codes and the like are not money. */
final class Currencies {
  private static final Map<String, Currency> BY_CODE =
      Currency.getAvailableCurrencies().stream()
          .filter(currency -> currency.getDefaultFractionDigits() >= 0)
          .collect(Collectors.toMap(Currency::getCurrencyCode, Function.identity()));

  private Currencies() {}

  static @Nullable Currency of(String code) {
    return BY_CODE.get(code);
  }
}
