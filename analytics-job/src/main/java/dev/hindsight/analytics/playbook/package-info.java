/** What helps sellers against a cause of disputes: a data file, read once. */
@NullMarked
package dev.hindsight.analytics.playbook;

import org.jspecify.annotations.NullMarked;
