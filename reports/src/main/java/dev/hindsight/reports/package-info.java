/** Improvement reports for sellers: the job that writes them, and the preview of a single one. */
@NullMarked
package dev.hindsight.reports;

import org.jspecify.annotations.NullMarked;
