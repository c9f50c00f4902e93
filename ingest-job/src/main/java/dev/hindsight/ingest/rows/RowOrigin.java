package dev.hindsight.ingest.rows;

/**
 * What the rows of a file have in common.
 *
 * @param happened the dates that things can have happened on
 */
public record RowOrigin(String fileName, int batchNumber, DateRange happened) {}
