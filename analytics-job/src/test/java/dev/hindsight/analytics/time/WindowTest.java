package dev.hindsight.analytics.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class WindowTest {
  @Test
  void windowHasThatManyDatesAndEndsWithTheDate() {
    Window window = Window.endingOn(LocalDate.parse("2026-03-31"), 90);

    assertThat(window.firstDate()).isEqualTo("2026-01-01");
    assertThat(window.lastDate()).isEqualTo("2026-03-31");
  }

  @Test
  void previousWindowIsAsLongAndEndsTheDayBefore() {
    Window window = Window.endingOn(LocalDate.parse("2026-03-31"), 90).previous();

    assertThat(window.firstDate()).isEqualTo("2025-10-03");
    assertThat(window.lastDate()).isEqualTo("2025-12-31");
  }

  @Test
  void windowOfOneDateStartsAndEndsWithIt() {
    LocalDate date = LocalDate.parse("2026-03-31");

    assertThat(Window.endingOn(date, 1)).isEqualTo(new Window(date, date));
    assertThat(Window.endingOn(date, 1).previous().lastDate()).isEqualTo("2026-03-30");
  }

  @Test
  void windowCannotEndBeforeItStarts() {
    assertThatThrownBy(
            () -> new Window(LocalDate.parse("2026-03-31"), LocalDate.parse("2026-03-30")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("A window cannot end on 2026-03-30 before it starts on 2026-03-31");
  }

  @Test
  void dateEndsWhereTheReportingTimeZoneSays() {
    ReportingCalendar berlin = new ReportingCalendar(ZoneId.of("Europe/Berlin"));

    assertThat(berlin.endOf(LocalDate.parse("2026-03-28")))
        .isEqualTo(Instant.parse("2026-03-28T23:00:00Z"));
    assertThat(berlin.endOf(LocalDate.parse("2026-03-29")))
        .isEqualTo(Instant.parse("2026-03-29T22:00:00Z"));
  }
}
