package dev.hindsight.sample;

import java.util.List;
import java.util.Locale;

/** Invented names, addresses and preferences of sellers. */
final class SellerProfiles {
  private static final int EVERY_WITHOUT_EMAIL = 23;
  private static final int FIRST_WITHOUT_EMAIL = 11;

  private static final Mix<Country> COUNTRIES = Mix.of(List.of(Country.values()), c -> c.share);
  private static final Mix<String> REPORTS =
      Mix.of(List.of("weekly", "monthly", "off"), SellerProfiles::reportsShare);

  private SellerProfiles() {}

  static Seller.Profile of(int number, Draws draws) {
    Country country = COUNTRIES.draw(draws);
    return new Seller.Profile(
        country.name(number),
        number % EVERY_WITHOUT_EMAIL == FIRST_WITHOUT_EMAIL ? null : email(number),
        country.locale,
        country.timeZone,
        REPORTS.draw(draws));
  }

  private static String email(int number) {
    return String.format(Locale.ROOT, "seller-%03d@mail.example", number);
  }

  private static double reportsShare(String reports) {
    return switch (reports) {
      case "weekly" -> 0.74;
      case "monthly" -> 0.2;
      default -> 0.06;
    };
  }

  /** Where a seller is at home, and what shops are called there. */
  @SuppressWarnings("ImmutableEnumChecker") // List.of makes lists that never change
  private enum Country {
    BRITAIN(
        "en-GB",
        "Europe/London",
        0.3,
        "Harrow,Fernleigh,Copperfield,Kestrel,Marlow,Thistle,Ashdown,Brindle,Lantern,Oakmere"
            + ",Pebble,Rowan,Saltmarsh,Tamarind,Willow,Foxglove,Juniper",
        "& Daughters,Trading,Goods,Supply,Stores,House,Corner,& Co,Works,Outlet,Market,Direct"),
    GERMANY(
        "de-DE",
        "Europe/Berlin",
        0.3,
        "Lindenhof,Brückner,Sonnental,Kornblum,Ahrens,Wiesengrund,Möwe,Falkenried,Tannenberg"
            + ",Birkholz,Hallbach,Nordlicht,Rosenau,Silberbach,Uhlenhorst,Weidner,Zeisig",
        "Handel,Versand,Waren,Kontor,Laden,Haus,Markt,Werkstatt,Depot,Lager,Bedarf,Vertrieb"),
    SPAIN(
        "es-ES",
        "Europe/Madrid",
        0.25,
        "Olivar,Peñalta,Ribera,Azahar,Montclar,Almendro,Brisa,Cántaro,Encina,Faro Azul,Girasol"
            + ",Jacaranda,Laurel,Marisma,Nogal,Romero,Trigal",
        "Comercial,Tienda,Hogar,Bazar,Almacenes,Selecto,Directo,Mercado,Taller,Casa,Envíos,Sur"),
    BRAZIL(
        "pt-BR",
        "America/Sao_Paulo",
        0.15,
        "Ipê Amarelo,Maré Alta,Serra Verde,Jabuti,Araçá,Bem-te-vi,Capim Dourado,Estrela,Figueira"
            + ",Guará,Jatobá,Lagoa,Mirante,Pitanga,Sabiá,Tucano,Vereda",
        "Comércio,Loja,Casa,Outlet,Importados,Presentes,Atacado,Varejo,Center,Mix,Express,Norte");

    private final String locale;
    private final String timeZone;
    private final double share;
    private final List<String> firstWords;
    private final List<String> lastWords;

    Country(String locale, String timeZone, double share, String firstWords, String lastWords) {
      this.locale = locale;
      this.timeZone = timeZone;
      this.share = share;
      this.firstWords = List.of(firstWords.split(",", -1));
      this.lastWords = List.of(lastWords.split(",", -1));
    }

    /** Seventeen first and twelve last words have no common divisor: 204 names before a numeral. */
    String name(int number) {
      int distinct = firstWords.size() * lastWords.size();
      String name =
          firstWords.get(number % firstWords.size())
              + " "
              + lastWords.get(number % lastWords.size());
      return number < distinct ? name : name + " " + (number / distinct + 1);
    }
  }
}
