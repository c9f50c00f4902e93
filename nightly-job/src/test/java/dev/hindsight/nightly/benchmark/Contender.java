package dev.hindsight.nightly.benchmark;

import java.nio.file.Path;
import java.util.List;

/**
 * A program that makes typed Parquet of the log.
 *
 * @param name in the table
 * @param command that starts it
 * @param output the folder that holds everything it writes; fresh for every run
 * @param parquet the files among them that hold the rows, as a pattern
 */
record Contender(String name, List<String> command, Path output, String parquet) {}
