package dev.hindsight.sample;

/**
 * What a buyer will dispute about an order line.
 *
 * @param openedWithFirst 0 where this line is disputed first; the others of the order follow
 */
record Complaint(Cause cause, int openedWithFirst) {}
