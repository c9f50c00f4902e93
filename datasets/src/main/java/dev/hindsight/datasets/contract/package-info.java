/** What a dataset's columns are, derived from the record that is its contract. */
@NullMarked
package dev.hindsight.datasets.contract;

import org.jspecify.annotations.NullMarked;
