package dev.hindsight.nightly.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class LoggedProgressTest {
  private final Logger log = (Logger) LoggerFactory.getLogger(LoggedProgress.class);
  private final ListAppender<ILoggingEvent> lines = new ListAppender<>();
  private final AtomicLong clock = new AtomicLong();
  private final LoggedProgress progress = new LoggedProgress(clock::get);

  @BeforeEach
  void listen() {
    lines.start();
    log.addAppender(lines);
  }

  @AfterEach
  void listenNoMore() {
    log.detachAppender(lines);
  }

  @Test
  void nothingIsSaidOfAnIngestThatIsOverSoon() {
    progress.begin(100_000_000);
    read(9, 100_000, 100_000_000);
    progress.end();

    assertThat(lines.list).isEmpty();
  }

  @Test
  void rowsPaceAndTimeLeftAreToldOnceInAWhile() {
    progress.begin(100_000_000);
    read(10, 100_000, 20_000_000);
    read(5, 50_000, 10_000_000);
    read(5, 50_000, 10_000_000);

    assertThat(lines.list)
        .extracting(ILoggingEvent::getFormattedMessage)
        .containsExactly(
            "Ingest has read 100,000 rows, 20 of 100 MB, 2 MB/s; about 40 seconds left",
            "Ingest has read 200,000 rows, 40 of 100 MB, 2 MB/s; about 30 seconds left");
  }

  private void read(int seconds, long rows, long bytes) {
    clock.addAndGet(TimeUnit.SECONDS.toNanos(seconds));
    progress.read(rows, bytes);
  }
}
