/** The latest rows of what has landed, kept from night to night, and what is counted of them. */
@NullMarked
package dev.hindsight.analytics.kept;

import org.jspecify.annotations.NullMarked;
