/** What ran and how it ended, readable while a night holds the job repository. */
@NullMarked
package dev.hindsight.nightly.runs;

import org.jspecify.annotations.NullMarked;
