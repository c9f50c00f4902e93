/** Whether advice works: who gets none, what became of each finding, and how the two compare. */
@NullMarked
package dev.hindsight.analytics.advice;

import org.jspecify.annotations.NullMarked;
