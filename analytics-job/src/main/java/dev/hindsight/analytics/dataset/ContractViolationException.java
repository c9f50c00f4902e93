package dev.hindsight.analytics.dataset;

import dev.hindsight.datasets.contract.Contract;
import java.util.List;

/** Rows do not have the columns that their contract promises. */
public final class ContractViolationException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  ContractViolationException(Contract<?> contract, List<String> problems) {
    super(
        "Dataset %s breaks its contract: %s"
            .formatted(contract.name(), String.join("; ", problems)));
  }
}
