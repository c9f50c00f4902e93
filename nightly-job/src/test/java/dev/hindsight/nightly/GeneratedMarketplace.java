package dev.hindsight.nightly;

import dev.hindsight.sample.SampleMarketplace;
import dev.hindsight.sample.SampleRequest;
import java.io.IOException;
import java.nio.file.Path;

/** Landing folders of marketplaces that no file has: smaller than the sample, or other ones. */
final class GeneratedMarketplace {
  /** Of the {@link #small} one: two of its sellers sold nothing in the window. */
  static final int REPORTS = 30;

  private static final int SELLERS = 32;

  private static final int DAYS = 90;
  private static final long SEED = 1;

  private GeneratedMarketplace() {}

  /**
   * Nobody in it is flagged, and its night costs little more than half of the sample's: for tests
   * of where a night stops and goes on, whatever it finds.
   */
  static Path small(Path folder) throws IOException {
    return landing(folder, SELLERS, DAYS, SEED);
  }

  /** Ends on the sample's last day. */
  static Path landing(Path folder, int sellers, int days, long seed) throws IOException {
    SampleRequest request = new SampleRequest(sellers, days, seed, SampleRequest.DEFAULT_LAST_DAY);
    return SampleMarketplace.writeTo(folder, request).landingFolder();
  }
}
