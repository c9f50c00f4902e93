/** The erasure of a buyer's identity from a lake. */
@NullMarked
package dev.hindsight.nightly.forget;

import org.jspecify.annotations.NullMarked;
