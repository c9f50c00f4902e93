/** Reading the marts that reports are made of. */
@NullMarked
package dev.hindsight.reports.mart;

import org.jspecify.annotations.NullMarked;
