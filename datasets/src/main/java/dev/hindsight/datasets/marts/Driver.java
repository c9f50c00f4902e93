package dev.hindsight.datasets.marts;

import static dev.hindsight.datasets.contract.Required.required;

import dev.hindsight.datasets.contract.Contract;
import dev.hindsight.datasets.contract.Doc;
import dev.hindsight.datasets.contract.Field;
import dev.hindsight.datasets.contract.Grain;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Which article, carrier, region or circumstance carries a flagged seller's excess of a cause. */
@Grain(
    value =
        "one row per flagged seller and cause, dimension and value of it among the window's order lines; of articles only those with a disputed order",
    key = {"seller_id", "cause", "dimension", "dimension_value"})
public record Driver(
    @Doc("The seller") String sellerId,
    @Doc("The cause that the seller is flagged for") String cause,
    @Doc(
            "What the orders have in common; `LATE_DELIVERY` is not offered for causes of the families `LATE` and `NOT_RECEIVED`")
        DriverDimension dimension,
    @Doc("Its value; `unknown` where the log does not tell, which is counted and not tested")
        String dimensionValue,
    @Doc("The seller's order lines of the window with the value") long transactionCount,
    @Doc("Of the pair's observed_count, those with the value") long observedCount,
    @Doc(
            "E_v: of the pair's expected_count, the part of the value, were the seller as bad with every value; others_ratio is in it. A dimension's values add up to the pair's")
        double expectedCount,
    @Doc("observed_count / expected_count; absent where nothing is expected")
        @Nullable Double ratio,
    @Doc(
            "What the value would have at the ratio of the seller's other values: E_v (O - O_v) / (E - E_v); absent where there is no other")
        @Nullable Double otherValuesExpectedCount,
    @Doc("P(Bin(O, E_v / E) >= observed_count), O and E of the pair; absent where not tested")
        @Nullable Double pValue,
    @Doc("Benjamini-Hochberg over all dimensions and values of the pair") @Nullable Double qValue,
    @Doc("p_value among the order lines without the first driver's value")
        @Nullable Double restPValue,
    @Doc("q_value among the order lines without the first driver's value")
        @Nullable Double restQValue,
    @Doc(
            "1 for the value with the least p_value of those with q_value < 0.05 and 3 observed; 2 likewise by rest_p_value and rest_q_value; absent for the others. A pair without is evenly spread")
        @Nullable Integer driverRank,
    @Doc("observed_count of the seller and cause") long pairObservedCount,
    @Doc("expected_count of the seller and cause") double pairExpectedCount,
    @Doc("Different buyers who disputed; absent where the log names none")
        @Nullable Long buyerCount,
    @Doc("Of observed_count, those of the buyer with the most; absent where the log names none")
        @Nullable Long topBuyerCount,
    @Doc(
            "Disputed orders of the other sellers with the value, for this cause; absent for `SKU`, `PRICE_BAND` and `LATE_DELIVERY`")
        @Nullable Long othersObservedCount,
    @Doc(
            "What the other sellers would have had with the value, were it like their other values; absent for `SKU`, `PRICE_BAND` and `LATE_DELIVERY`")
        @Nullable Double othersExpectedCount,
    @Doc("others_observed_count / others_expected_count") @Nullable Double othersRatio,
    @Doc("Exact Poisson below 10 observed, Byar from 10; 95 %") @Nullable Double othersRatioLow,
    @Doc("Exact Poisson below 10 observed, Byar from 10; 95 %") @Nullable Double othersRatioHigh,
    @Doc(
            "others_ratio_low above 1: a carrier, a region that everybody is disputed for more; a note beside the finding, which stands; absent for `SKU`, `PRICE_BAND` and `LATE_DELIVERY`")
        @Nullable Boolean isHighForOthers,
    @Doc("The date that this is the state of") LocalDate asOfDate,
    @Doc("First date of the window") LocalDate windowStartDate,
    @Doc("Last date of the window: the as-of date") LocalDate windowEndDate) {

  public static final Contract<Driver> CONTRACT = Contract.of("drivers", Driver.class);
  public static final Field SELLER_ID = CONTRACT.field("seller_id");
  public static final Field CAUSE = CONTRACT.field("cause");
  public static final Field DIMENSION = CONTRACT.field("dimension");
  public static final Field DIMENSION_VALUE = CONTRACT.field("dimension_value");
  public static final Field TRANSACTION_COUNT = CONTRACT.field("transaction_count");
  public static final Field OBSERVED_COUNT = CONTRACT.field("observed_count");
  public static final Field EXPECTED_COUNT = CONTRACT.field("expected_count");
  public static final Field RATIO = CONTRACT.field("ratio");
  public static final Field OTHER_VALUES_EXPECTED_COUNT =
      CONTRACT.field("other_values_expected_count");
  public static final Field P_VALUE = CONTRACT.field("p_value");
  public static final Field Q_VALUE = CONTRACT.field("q_value");
  public static final Field REST_P_VALUE = CONTRACT.field("rest_p_value");
  public static final Field REST_Q_VALUE = CONTRACT.field("rest_q_value");
  public static final Field DRIVER_RANK = CONTRACT.field("driver_rank");
  public static final Field PAIR_OBSERVED_COUNT = CONTRACT.field("pair_observed_count");
  public static final Field PAIR_EXPECTED_COUNT = CONTRACT.field("pair_expected_count");
  public static final Field BUYER_COUNT = CONTRACT.field("buyer_count");
  public static final Field TOP_BUYER_COUNT = CONTRACT.field("top_buyer_count");
  public static final Field OTHERS_OBSERVED_COUNT = CONTRACT.field("others_observed_count");
  public static final Field OTHERS_EXPECTED_COUNT = CONTRACT.field("others_expected_count");
  public static final Field OTHERS_RATIO = CONTRACT.field("others_ratio");
  public static final Field OTHERS_RATIO_LOW = CONTRACT.field("others_ratio_low");
  public static final Field OTHERS_RATIO_HIGH = CONTRACT.field("others_ratio_high");
  public static final Field IS_HIGH_FOR_OTHERS = CONTRACT.field("is_high_for_others");

  public Driver {
    required(sellerId, "sellerId");
    required(cause, "cause");
    required(dimension, "dimension");
    required(dimensionValue, "dimensionValue");
    required(asOfDate, "asOfDate");
    required(windowStartDate, "windowStartDate");
    required(windowEndDate, "windowEndDate");
  }
}
