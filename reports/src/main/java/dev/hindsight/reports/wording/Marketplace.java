package dev.hindsight.reports.wording;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What reports need to know of the marketplace in whose name they speak.
 *
 * @param locale language and formats of sellers whose own are not known or not spoken
 * @param caseUrl where a seller finds an order or dispute; absent where no address is configured
 * @param accountNote what a report means for the seller's account, in the marketplace's own words;
 *     absent: nothing
 */
public record Marketplace(
    String name, Locale locale, @Nullable CaseUrl caseUrl, @Nullable String accountNote) {

  public Marketplace {
    if (!Phrases.isSpoken(locale)) {
      throw new IllegalArgumentException(
          "\"%s\" is no language of reports; write one of %s, such as pt-BR"
              .formatted(locale.toLanguageTag(), String.join(", ", Phrases.LANGUAGES)));
    }
  }

  /** A marketplace that speaks English and links nothing. */
  public static Marketplace named(String name) {
    return new Marketplace(name, Locale.ENGLISH, null, null);
  }
}
