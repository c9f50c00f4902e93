package dev.hindsight.analytics.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DelaysTest {
  /**
   * The example of DECISIONS.md. F(9) = 1 - 20 / 50: of the 50 disputes on old orders 20 took ten
   * days. F(0) = 0.6 (1 - 28 / 42): of the 42 on orders a day old or older that came within a day,
   * 28 came on the second.
   */
  @Test
  void youngOrdersTellOfShortDelaysAlone() {
    Delays delays = new Delays();
    delays.add(10, 120, 20);
    delays.add(1, 120, 20);
    delays.add(0, 500, 10);
    delays.add(1, 5, 8);
    delays.add(0, 5, 4);
    delays.add(0, 0, 6);

    double[] shares = delays.shares();

    assertThat(shares).hasSize(121);
    assertThat(shares[0]).isCloseTo(0.2, within(1e-15));
    assertThat(shares[1]).isCloseTo(0.6, within(1e-15));
    assertThat(shares[9]).isCloseTo(0.6, within(1e-15));
    assertThat(shares[10]).isEqualTo(1);
    assertThat(shares[120]).isEqualTo(1);
  }

  @Test
  void withoutYoungOrdersTheSharesAreThoseOfTheDelays() {
    Delays delays = new Delays();
    for (int delay = 0; delay < 50; delay++) {
      delays.add(delay, 120, 2);
    }

    assertThat(delays.shares()[24]).isCloseTo(0.5, within(1e-12));
    assertThat(delays.shares()[48]).isCloseTo(0.98, within(1e-12));
  }

  @Test
  void historyIsLongEnoughOnceThirtyDisputesAreSeenWhole() {
    Delays delays = new Delays();
    delays.add(3, 119, 1_000);
    delays.add(3, 120, 29);
    assertThat(delays.isHistoryLongEnough()).isFalse();

    delays.add(121, 300, 1);
    assertThat(delays.isHistoryLongEnough()).isFalse();

    delays.add(120, 300, 1);
    assertThat(delays.isHistoryLongEnough()).isTrue();
  }

  /** Half a year of orders whose disputes come after 20 days on average, seen until its end. */
  @Test
  void truthIsFoundAlthoughRecentDisputesAreNotSeenYet() {
    Random random = new Random(4);
    Delays delays = new Delays();
    long[] naive = new long[Delays.HORIZON + 1];
    long seen = 0;
    double[] truth = new double[Delays.HORIZON + 1];
    for (int dispute = 0; dispute < 40_000; dispute++) {
      int age = random.nextInt(180);
      int delay = (int) (-20 * Math.log(1 - random.nextDouble()));
      if (delay <= Delays.HORIZON) {
        truth[delay]++;
        if (delay <= age) {
          delays.add(delay, age, 1);
          naive[delay]++;
          seen++;
        }
      }
    }

    double[] shares = delays.shares();

    double expected = 0;
    double all = Arrays.stream(truth).sum();
    long soFar = 0;
    for (int delay = 0; delay <= Delays.HORIZON; delay++) {
      expected += truth[delay] / all;
      assertThat(shares[delay]).as("%d days", delay).isCloseTo(expected, within(0.02));
      soFar += naive[delay];
      if (delay == 20) {
        assertThat((double) soFar / seen).isGreaterThan(expected + 0.03);
      }
    }
  }

  @Test
  void delayBeyondTheAgeIsRefused() {
    assertThatThrownBy(() -> new Delays().add(3, 2, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("A delay of 3 days cannot be seen at an age of 2");
  }
}
