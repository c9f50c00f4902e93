/** Who is worse than ordinary sellers, beyond chance and beyond how many were looked at. */
@NullMarked
package dev.hindsight.analytics.findings;

import org.jspecify.annotations.NullMarked;
