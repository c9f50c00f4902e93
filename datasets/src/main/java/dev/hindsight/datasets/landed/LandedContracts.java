package dev.hindsight.datasets.landed;

import dev.hindsight.datasets.contract.Contract;
import java.util.List;

/** The datasets under {@code LAKE/landed}. */
public final class LandedContracts {
  /** In the order of the data dictionary. */
  public static final List<Contract<?>> ALL =
      List.of(
          Transaction.CONTRACT,
          DisputeEvent.CONTRACT,
          Seller.CONTRACT,
          Adjustment.CONTRACT,
          Unsubscribe.CONTRACT,
          Bounce.CONTRACT,
          Reject.CONTRACT);

  private LandedContracts() {}
}
