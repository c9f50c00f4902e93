/** What a version says of the whole marketplace, on one page for those who run it. */
@NullMarked
package dev.hindsight.reports.overview;

import org.jspecify.annotations.NullMarked;
