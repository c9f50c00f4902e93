package dev.hindsight.reports;

import dev.hindsight.datasets.lake.VersionName;
import dev.hindsight.reports.wording.Excerpt;
import java.util.List;

/** A version has no report of the seller that was asked for. */
public final class UnknownSellerException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private static final int SHOWN_LENGTH = 60;

  UnknownSellerException(String sellerId, VersionName version, List<String> nearest) {
    super(
        "Seller \"%s\" has no report in version %s; %s"
            .formatted(Excerpt.of(sellerId, SHOWN_LENGTH), version, advice(nearest)));
  }

  private static String advice(List<String> nearest) {
    return nearest.isEmpty()
        ? "the version has no reports at all"
        : "the nearest ids are %s, and seller_reports lists all"
            .formatted(
                String.join(
                    ", ", nearest.stream().map(id -> Excerpt.of(id, SHOWN_LENGTH)).toList()));
  }
}
