package dev.hindsight.ingest.profiles;

/**
 * What a problem calls the place that it is about.
 *
 * @param isPersonal whether what stands there is never shown
 */
record SourceName(String name, boolean isPersonal) {}
