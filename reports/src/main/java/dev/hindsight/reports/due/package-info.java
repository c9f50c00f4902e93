/** Who is due a report on a date, who is not, and why. */
@NullMarked
package dev.hindsight.reports.due;

import org.jspecify.annotations.NullMarked;
