package dev.hindsight.datasets.contract;

/**
 * A column of a dataset.
 *
 * @param doc what the column means; empty inside nested structs that explain themselves
 */
public record Field(String name, ColumnType type, boolean required, String doc) {}
