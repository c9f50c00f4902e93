package dev.hindsight.analytics.taxonomy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hindsight.datasets.marts.AccountableParty;
import java.util.List;
import org.junit.jupiter.api.Test;

class TaxonomyTest {
  private static final List<Cause> CAUSES = Taxonomy.bundled().causes();

  @Test
  void everyCauseHasACodeOfItsOwnAndALabel() {
    assertThat(CAUSES).extracting(Cause::code).doesNotHaveDuplicates().contains(Taxonomy.UNMAPPED);
    assertThat(CAUSES).extracting(Cause::label).doesNotHaveDuplicates().doesNotContainNull();
  }

  @Test
  void everyCauseThatASellerCanPreventHasAdviceAndNoOther() {
    assertThat(CAUSES)
        .allMatch(
            cause ->
                (cause.accountableWhenSellerFulfils() == AccountableParty.SELLER)
                    == (cause.advice() != null));
  }

  @Test
  void sellersAreNeverAccountableOnlyWhereTheMarketplaceShips() {
    assertThat(CAUSES)
        .filteredOn(cause -> cause.accountableWhenMarketplaceFulfils() == AccountableParty.SELLER)
        .allMatch(cause -> cause.accountableWhenSellerFulfils() == AccountableParty.SELLER);
  }
}
