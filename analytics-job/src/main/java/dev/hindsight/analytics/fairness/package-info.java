/** Whether like cases are decided alike. */
@NullMarked
package dev.hindsight.analytics.fairness;

import org.jspecify.annotations.NullMarked;
