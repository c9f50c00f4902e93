/**
 * Contracts in Spark's terms: typed columns, conforming rows, reading what landed, writing marts.
 */
@NullMarked
package dev.hindsight.analytics.dataset;

import org.jspecify.annotations.NullMarked;
