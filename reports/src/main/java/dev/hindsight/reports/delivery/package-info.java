/** The delivery log: what was decided for each seller, and what became of each report. */
@NullMarked
package dev.hindsight.reports.delivery;

import org.jspecify.annotations.NullMarked;
