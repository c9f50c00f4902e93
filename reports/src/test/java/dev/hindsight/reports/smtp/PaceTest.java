package dev.hindsight.reports.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class PaceTest {
  private final AtomicLong now = new AtomicLong(1_000);
  private final Pace pace = new Pace(10, now::get);

  @Test
  void whoComesAtOnceWaitsInTurn() {
    assertThat(pace.turn()).isZero();
    assertThat(pace.turn()).isEqualTo(100_000_000);
    assertThat(pace.turn()).isEqualTo(200_000_000);
  }

  @Test
  void idleTimeIsNotSavedUp() {
    pace.turn();
    now.addAndGet(5_000_000_000L);

    assertThat(pace.turn()).isZero();
    assertThat(pace.turn()).isEqualTo(100_000_000);
  }
}
