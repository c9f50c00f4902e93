/** How a report looks: HTML for mail clients and browsers, plain text, the outbox's index page. */
@NullMarked
package dev.hindsight.reports.rendering;

import org.jspecify.annotations.NullMarked;
