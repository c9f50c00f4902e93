package dev.hindsight.ingest.profiles;

import org.jspecify.annotations.Nullable;

/** How a text of the source becomes one of the feed. Safe for several threads. */
@FunctionalInterface
interface Conversion {
  /** The feed's text; absent when there is none, or the text is wrong and noted in the draft. */
  @Nullable String convert(String text, RowDraft draft, SourceName name);

  /** The same for one file. */
  default Conversion bind(SourceColumns columns) {
    return this;
  }
}
