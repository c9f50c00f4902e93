package dev.hindsight.ingest.rows;

import dev.hindsight.datasets.contract.Contract;
import java.util.function.Function;

/**
 * What rows of a feed become, and how.
 *
 * @param parser a new parser for the rows of one origin
 * @param <T> the rows' contract
 */
public record FeedRecords<T extends Record>(
    Contract<T> contract, Function<RowOrigin, RowParser<T>> parser) {}
