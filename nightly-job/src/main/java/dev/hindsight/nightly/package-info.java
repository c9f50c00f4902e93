/** The program: the command line and the nightly job. */
@NullMarked
package dev.hindsight.nightly;

import org.jspecify.annotations.NullMarked;
