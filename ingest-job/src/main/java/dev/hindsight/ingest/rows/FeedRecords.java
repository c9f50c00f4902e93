package dev.hindsight.ingest.rows;

import dev.hindsight.datasets.contract.Contract;
import java.util.function.Function;

/**
 * What rows of a feed become, and how.
 *
 * @param parser a new parser for the rows of one origin
 */
public record FeedRecords(Contract<?> contract, Function<RowOrigin, RowParser> parser) {}
