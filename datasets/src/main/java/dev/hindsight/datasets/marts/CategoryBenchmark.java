package dev.hindsight.datasets.marts;

import static dev.hindsight.datasets.contract.Required.required;

import dev.hindsight.datasets.contract.Contract;
import dev.hindsight.datasets.contract.Doc;
import dev.hindsight.datasets.contract.Field;
import dev.hindsight.datasets.contract.Grain;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** How often a cause is disputed in a category, and how sellers spread around that. */
@Grain(
    value = "one row per category with an order in the window and cause disputed in the window",
    key = {"category", "cause"})
public record CategoryBenchmark(
    @Doc("Category of the goods") String category,
    @Doc("What went wrong") String cause,
    @Doc("Sellers with an order in the category in the window") long sellerCount,
    @Doc("Order lines of the category in the window") long transactionCount,
    @Doc("Of those, disputed for the cause by the end of the date") long disputedTransactionCount,
    @Doc("disputed_transaction_count / transaction_count") double rate,
    @Doc("Wilson, 95 %") double rateLow,
    @Doc("Wilson, 95 %") double rateHigh,
    @Doc("First quartile of the sellers' rates; absent under 5 sellers") @Nullable Double rateP25,
    @Doc("Median of the sellers' rates; absent under 5 sellers") @Nullable Double rateP50,
    @Doc("Third quartile of the sellers' rates; absent under 5 sellers") @Nullable Double rateP75,
    @Doc("The date that this is the state of") LocalDate asOfDate,
    @Doc("First date of the window") LocalDate windowStartDate,
    @Doc("Last date of the window: the as-of date") LocalDate windowEndDate) {

  public static final Contract<CategoryBenchmark> CONTRACT =
      Contract.of("category_benchmarks", CategoryBenchmark.class);
  public static final Field CATEGORY = CONTRACT.field("category");
  public static final Field CAUSE = CONTRACT.field("cause");
  public static final Field SELLER_COUNT = CONTRACT.field("seller_count");
  public static final Field TRANSACTION_COUNT = CONTRACT.field("transaction_count");
  public static final Field DISPUTED_TRANSACTION_COUNT =
      CONTRACT.field("disputed_transaction_count");
  public static final Field RATE = CONTRACT.field("rate");
  public static final Field RATE_LOW = CONTRACT.field("rate_low");
  public static final Field RATE_HIGH = CONTRACT.field("rate_high");
  public static final Field RATE_P25 = CONTRACT.field("rate_p25");
  public static final Field RATE_P50 = CONTRACT.field("rate_p50");
  public static final Field RATE_P75 = CONTRACT.field("rate_p75");
  public static final Field AS_OF_DATE = CONTRACT.field("as_of_date");
  public static final Field WINDOW_START_DATE = CONTRACT.field("window_start_date");
  public static final Field WINDOW_END_DATE = CONTRACT.field("window_end_date");

  public CategoryBenchmark {
    required(category, "category");
    required(cause, "cause");
    required(asOfDate, "asOfDate");
    required(windowStartDate, "windowStartDate");
    required(windowEndDate, "windowEndDate");
  }
}
