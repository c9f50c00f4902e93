package dev.hindsight.ingest.csv;

import java.util.Locale;

/** How a file is packed, by the end of its name: the same bytes are another file in another one. */
public enum Packing {
  NONE,
  GZIP,
  ZIP;

  public static Packing of(String fileName) {
    String name = fileName.toLowerCase(Locale.ROOT);
    if (name.endsWith(".gz")) {
      return GZIP;
    }
    return name.endsWith(".zip") ? ZIP : NONE;
  }
}
