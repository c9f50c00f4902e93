package dev.hindsight.analytics.statistics;

/**
 * One stratum of an indirect standardisation.
 *
 * @param exposure own exposure in the stratum (transactions, people), 0 or more
 * @param referenceEvents events of the reference: of the others, where the own are left out
 * @param referenceExposure exposure of the reference, above 0
 */
public record ReferenceStratum(double exposure, long referenceEvents, double referenceExposure) {
  public ReferenceStratum {
    if (!(exposure >= 0 && referenceExposure > 0) || referenceEvents < 0) {
      throw new IllegalArgumentException(
          "exposure %s at %d events of %s is no stratum"
              .formatted(exposure, referenceEvents, referenceExposure));
    }
  }

  /** The events that the own exposure would have had at the reference's rate. */
  public double expected() {
    return exposure * referenceEvents / referenceExposure;
  }
}
