@NullMarked
package dev.hindsight.reports.overview;

import org.jspecify.annotations.NullMarked;
