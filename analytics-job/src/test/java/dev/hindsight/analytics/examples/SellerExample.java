package dev.hindsight.analytics.examples;

import dev.hindsight.analytics.dataset.ContractRows;
import dev.hindsight.datasets.contract.Field;
import dev.hindsight.datasets.landed.ReportFrequency;
import dev.hindsight.datasets.landed.Seller;
import java.util.HashMap;
import java.util.Map;

/** A seller who gets weekly reports and of whom nothing else is known. */
public final class SellerExample {
  private final Map<Field, Object> values = new HashMap<>();

  private SellerExample() {}

  public static SellerExample aSeller(String id) {
    SellerExample seller = new SellerExample();
    seller.values.put(Seller.SELLER_ID, id);
    seller.values.put(Seller.REPORTS, ReportFrequency.WEEKLY);
    return seller;
  }

  public SellerExample name(String name) {
    values.put(Seller.NAME, name);
    return this;
  }

  public SellerExample email(String email) {
    values.put(Seller.EMAIL, email);
    return this;
  }

  public Seller build() {
    return ContractRows.record(Seller.CONTRACT, values);
  }
}
