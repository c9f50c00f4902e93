package dev.hindsight.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class SampleRequestTest {
  private static final LocalDate LAST_DAY = LocalDate.of(2026, 6, 30);

  @Test
  void theLastDayIsCounted() {
    SampleRequest request = new SampleRequest(64, 181, 1, LAST_DAY);

    assertThat(request.firstDay()).isEqualTo("2026-01-01");
    assertThat(request.eachDay()).hasSize(181).endsWith(LAST_DAY);
  }

  @Test
  void noSellersAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new SampleRequest(0, 90, 1, LAST_DAY))
        .withMessage("sellers: 0 is out of range; choose 1 to 100000");
  }

  @Test
  void tooManyDaysAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new SampleRequest(64, 4_000, 1, LAST_DAY))
        .withMessage("days: 4000 is out of range; choose 1 to 3660");
  }

  @Test
  void aShareAboveOneIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new MarketConditions(1.5, 2, 5, 20))
        .withMessage("plantedShare: 1.5 is out of range; choose 0 to 1");
  }
}
