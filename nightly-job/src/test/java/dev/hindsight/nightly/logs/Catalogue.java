package dev.hindsight.nightly.logs;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** What the made-up marketplace sells, where to, and by which carriers. */
final class Catalogue {
  static final int SELLERS = 20_000;

  private static final int ARTICLES_OF_SELLER = 15;
  private static final int CATEGORIES = 200;
  private static final byte[][] CATEGORY_NAMES = categoryNames();
  private static final byte[][] CARRIERS =
      CsvBytes.cells("DHL", "DPD", "GLS", "UPS", "FedEx", "Hermes", "PostNL", "Yamato");
  private static final byte[][] REGIONS =
      CsvBytes.cells(
          ("DE-BE DE-BW DE-BY DE-HE DE-HH DE-NI DE-NW DE-RP DE-SH DE-SN FR-ARA FR-BRE FR-HDF FR-IDF FR-NAQ FR-OCC"
                  + " FR-PAC FR-PDL ES-AN ES-CM ES-CT ES-GA ES-MD ES-VC IT-21 IT-25 IT-34 IT-52 IT-62 IT-72 NL-GE NL-NB"
                  + " NL-NH NL-ZH US-AZ US-CA US-CO US-FL US-GA US-IL US-MA US-MI US-NC US-NY US-OH US-TX US-WA JP-13"
                  + " JP-14 JP-27")
              .split(" "));
  private static final byte[][] CURRENCIES = CsvBytes.cells("EUR", "USD", "JPY");

  private Catalogue() {}

  /** A few sellers sell much, most sell little. */
  static int seller(SplittableRandom random) {
    double share = random.nextDouble();
    return (int) (SELLERS * share * share * share);
  }

  static int article(int seller, SplittableRandom random) {
    return seller * ARTICLES_OF_SELLER + random.nextInt(ARTICLES_OF_SELLER);
  }

  static byte[] category(int article) {
    int seller = article / ARTICLES_OF_SELLER;
    int range = article % ARTICLES_OF_SELLER / 5;
    return CATEGORY_NAMES[(seller * 31 + range * 7) % CATEGORIES];
  }

  /** In hundredths of the currency's unit; every article has one price, mostly small. */
  static long price(int article) {
    long spread = (article * 0x9E3779B97F4A7C15L >>> 40) % 10_000;
    return 190 + spread * spread * spread / 40_000_000;
  }

  static byte[] carrier(SplittableRandom random) {
    return CARRIERS[random.nextInt(CARRIERS.length)];
  }

  static int region(SplittableRandom random) {
    return random.nextInt(REGIONS.length);
  }

  static byte[] regionName(int region) {
    return REGIONS[region];
  }

  static byte[] currency(int region) {
    return CURRENCIES[isJapan(region) ? 2 : REGIONS[region][0] == 'U' ? 1 : 0];
  }

  static int decimals(int region) {
    return isJapan(region) ? 0 : 2;
  }

  private static boolean isJapan(int region) {
    return REGIONS[region][0] == 'J';
  }

  /** Three of a hundred hold a comma, so that their cells are quoted. */
  private static byte[][] categoryNames() {
    List<String> names = new ArrayList<>();
    for (String department :
        "beauty books toys garden sports music phones shoes tools office pets baby games audio video bikes lamps linen watches crafts"
            .split(" ")) {
      for (String kind :
          "basics sets parts care gifts classic outdoor small large spare".split(" ")) {
        names.add(
            names.size() % 35 == 7
                ? "\"%s, %s\"".formatted(department, kind)
                : department + "/" + kind);
      }
    }
    return CsvBytes.cells(names.toArray(String[]::new));
  }
}
