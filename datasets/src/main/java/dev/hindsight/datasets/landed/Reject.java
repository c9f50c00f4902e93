package dev.hindsight.datasets.landed;

import static dev.hindsight.datasets.contract.Required.required;

import dev.hindsight.datasets.contract.Contract;
import dev.hindsight.datasets.contract.Doc;
import dev.hindsight.datasets.contract.Grain;
import org.jspecify.annotations.Nullable;

/** A problem for which a row was not taken. */
@Grain(
    value = "one row per problem of a refused row; a row with three problems has three",
    key = {"batch_number", "line_number", "column_name", "reason"})
public record Reject(
    @Doc("The dataset that the row was meant for") String feed,
    @Doc("The landed file") String fileName,
    @Doc("Line of that file where the row starts") long lineNumber,
    @Doc("The column with the problem; absent when the row as a whole has it")
        @Nullable String columnName,
    @Doc("What kind of problem, for counting") String reason,
    @Doc("What is wrong and what would be right, in words") String message,
    @Doc("The value, shortened; absent where it could be personal") @Nullable String shownValue,
    @Doc("Number of the landed file") int batchNumber) {

  public static final Contract<Reject> CONTRACT = Contract.of("rejects", Reject.class);

  public Reject {
    required(feed, "feed");
    required(fileName, "fileName");
    required(reason, "reason");
    required(message, "message");
  }
}
