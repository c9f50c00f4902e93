package dev.hindsight.analytics.taxonomy;

import dev.hindsight.datasets.marts.AccountableParty;
import org.jspecify.annotations.Nullable;

/**
 * A cause of disputes.
 *
 * @param label the cause in words, for sellers
 * @param advice what usually helps; absent where the seller can do little
 */
record Cause(
    String code,
    String label,
    String family,
    AccountableParty accountableWhenSellerFulfils,
    AccountableParty accountableWhenMarketplaceFulfils,
    @Nullable String advice) {}
