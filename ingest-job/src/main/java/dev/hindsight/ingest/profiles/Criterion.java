package dev.hindsight.ingest.profiles;

import dev.hindsight.ingest.rows.Reason;
import java.math.BigDecimal;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Something that is so, or not, of a source's cell. */
sealed interface Criterion {
  boolean holds(@Nullable String text, RowDraft draft, SourceName name);

  /** It is one of the values, or none of them. Case does not matter; a blank is no value. */
  record OneOf(Set<String> values, boolean isOneOf) implements Criterion {
    public OneOf {
      values = Set.copyOf(values);
    }

    @Override
    public boolean holds(@Nullable String text, RowDraft draft, SourceName name) {
      return isOneOf == (text != null && values.contains(ValueLookup.normal(text)));
    }
  }

  /** It is filled, or blank. */
  record Filled(boolean isFilled) implements Criterion {
    @Override
    public boolean holds(@Nullable String text, RowDraft draft, SourceName name) {
      return isFilled == (text != null);
    }
  }

  /** It is a larger number; a blank is none, a text that is no number is a problem. */
  record Above(BigDecimal limit, NumberStyle style) implements Criterion {
    @Override
    public boolean holds(@Nullable String text, RowDraft draft, SourceName name) {
      BigDecimal number = text == null ? null : style.number(text);
      if (text != null && number == null) {
        draft.add(name, Reason.NOT_IN_NUMBER_STYLE, text, style.example());
      }
      return number != null && number.compareTo(limit) > 0;
    }
  }
}
