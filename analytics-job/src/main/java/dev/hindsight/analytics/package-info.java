/** The Spark application: it reads what has landed and writes a candidate version of every mart. */
@NullMarked
package dev.hindsight.analytics;

import org.jspecify.annotations.NullMarked;
