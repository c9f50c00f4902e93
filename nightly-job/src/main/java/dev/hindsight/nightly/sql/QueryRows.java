package dev.hindsight.nightly.sql;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes what a query answers, row by row: an answer can be larger than the heap. */
public interface QueryRows {
  /** Comes first. */
  void columns(List<String> names) throws IOException;

  void row(List<@Nullable Object> values) throws IOException;

  /** Comes last. */
  void end() throws IOException;
}
