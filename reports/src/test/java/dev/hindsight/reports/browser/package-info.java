/** Reports as a real browser shows them. */
@NullMarked
package dev.hindsight.reports.browser;

import org.jspecify.annotations.NullMarked;
