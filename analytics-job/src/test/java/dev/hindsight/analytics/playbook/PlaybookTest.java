package dev.hindsight.analytics.playbook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hindsight.analytics.playbook.Playbook.Play;
import dev.hindsight.analytics.taxonomy.Taxonomy;
import dev.hindsight.datasets.marts.AccountableParty;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PlaybookTest {
  private final List<Play> plays = Playbook.bundled().plays();

  @Test
  void everyCauseThatSellersAnswerForHasAdviceWhateverTheDriver() {
    Stream<String> general =
        plays.stream().filter(play -> play.dimension() == null).map(Play::cause);

    assertThat(general)
        .containsExactlyInAnyOrderElementsOf(
            Taxonomy.bundled().causesWhereSellersFulfil(AccountableParty.SELLER));
  }

  @Test
  void noCauseHasTwoPlaysForOneDimension() {
    assertThat(plays.stream().map(play -> play.cause() + " " + play.dimension()))
        .doesNotHaveDuplicates();
  }

  @Test
  void everyPlaySaysWhatToDoWhatToBringAndWhoAsksForIt() {
    assertThat(plays)
        .allSatisfy(
            play ->
                assertThat(Stream.of(play.advice(), play.evidence(), play.source()))
                    .doesNotContainNull());
  }
}
