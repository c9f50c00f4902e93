/** What a report says: a row of the mart turned into sentences and figures. */
@NullMarked
package dev.hindsight.reports.wording;

import org.jspecify.annotations.NullMarked;
