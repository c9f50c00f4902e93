/** The file of cases that a report carries: for the seller's own spreadsheet. */
@NullMarked
package dev.hindsight.reports.cases;

import org.jspecify.annotations.NullMarked;
