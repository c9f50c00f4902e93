package dev.hindsight.datasets.contract;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What one row of a dataset is, and the columns that tell rows apart. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Grain {
  /** The grain sentence: "one row per …". */
  String value();

  /** The key's columns, in order. */
  String[] key();
}
