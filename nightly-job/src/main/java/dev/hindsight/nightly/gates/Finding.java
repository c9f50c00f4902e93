package dev.hindsight.nightly.gates;

import java.time.LocalDate;

/**
 * Something that speaks against publication.
 *
 * @param date what it is about: a day, or the as-of date
 * @param numbers in words, for the operator
 */
record Finding(Gate gate, LocalDate date, String numbers) {}
