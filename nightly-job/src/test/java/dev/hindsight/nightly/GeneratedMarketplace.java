package dev.hindsight.nightly;

import dev.hindsight.sample.SampleMarketplace;
import dev.hindsight.sample.SampleRequest;
import java.io.IOException;
import java.nio.file.Path;

/** Landing folders of marketplaces that no file has: smaller than the sample, or other ones. */
final class GeneratedMarketplace {
  /** Of the {@link #small} one. */
  static final int SELLERS = 32;

  private static final int DAYS = 90;
  private static final long SEED = 1;

  private GeneratedMarketplace() {}

  /**
   * One seller of it has a problem, so that no mart lacks rows that the sample's has; yet its night
   * costs two thirds of the sample's.
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
