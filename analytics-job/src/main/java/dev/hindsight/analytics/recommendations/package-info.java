/** What a seller should change: advice from the playbook for what is confirmed to be wrong. */
@NullMarked
package dev.hindsight.analytics.recommendations;

import org.jspecify.annotations.NullMarked;
