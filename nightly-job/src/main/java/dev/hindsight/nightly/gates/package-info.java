/** The quality gates: what must hold of a candidate before it is published. */
@NullMarked
package dev.hindsight.nightly.gates;

import org.jspecify.annotations.NullMarked;
