package dev.hindsight.analytics.advice;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What the outcomes of advice are told from.
 *
 * @param recommendations for every seller, those who are held out included
 * @param sellerCauses rows of the mart
 * @param sellers latest row of each seller, as {@link Reach} has it
 * @param earlier {@code advice_outcomes} of the newest version of an earlier date; empty where
 *     there is none
 */
public record AdviceSources(
    Dataset<Row> recommendations,
    Dataset<Row> sellerCauses,
    Dataset<Row> sellers,
    Dataset<Row> earlier) {}
