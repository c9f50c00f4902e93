/** The ways that disputes go, where their time goes, and the rules they do not keep to. */
@NullMarked
package dev.hindsight.analytics.process;

import org.jspecify.annotations.NullMarked;
