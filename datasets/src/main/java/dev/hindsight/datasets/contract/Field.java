package dev.hindsight.datasets.contract;

/**
 * A column of a dataset, or a field of a struct in one.
 *
 * @param doc what it means
 */
public record Field(String name, ColumnType type, boolean required, String doc) {}
