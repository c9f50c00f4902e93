/** The email that carries a report. */
@NullMarked
package dev.hindsight.reports.message;

import org.jspecify.annotations.NullMarked;
