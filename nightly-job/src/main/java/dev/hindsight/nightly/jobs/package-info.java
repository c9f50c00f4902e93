/** Where the job repository lies, and who has it. */
@NullMarked
package dev.hindsight.nightly.jobs;

import org.jspecify.annotations.NullMarked;
