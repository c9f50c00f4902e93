/** The handing over of reports to a mail server. */
@NullMarked
package dev.hindsight.reports.smtp;

import org.jspecify.annotations.NullMarked;
