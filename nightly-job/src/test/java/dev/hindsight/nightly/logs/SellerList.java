package dev.hindsight.nightly.logs;

import java.io.IOException;
import java.nio.file.Path;

/** Every seller of the catalogue. */
final class SellerList {
  private static final String HEADER = "seller_id,name,email,locale,time_zone";

  private SellerList() {}

  static void write(Path file) throws IOException {
    try (CsvBytes csv = CsvBytes.open(file, HEADER)) {
      for (int seller = 0; seller < Catalogue.SELLERS; seller++) {
        csv.identifier('s', seller, 5)
            .text(CsvBytes.cell("\"Seller, the %dth\"".formatted(seller)))
            .text(CsvBytes.cell("seller-%d@mail.example".formatted(seller)))
            .text(CsvBytes.cell("de-DE"))
            .text(CsvBytes.cell("Europe/Berlin"))
            .endRow();
      }
    }
  }
}
