package dev.hindsight.ingest;

import static dev.hindsight.ingest.Ingesting.TRANSACTIONS;
import static dev.hindsight.ingest.Ingesting.transaction;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.hindsight.ingest.batches.Progress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** What stops an ingest in the middle of a file, and is no fault of the file. */
class StoppedIngestTest {
  private final Logger logger = (Logger) LoggerFactory.getLogger("dev.hindsight.ingest");
  private final @Nullable Level usual = logger.getLevel();
  private final ListAppender<ILoggingEvent> logged = new ListAppender<>();
  private final Ingesting ingesting;

  StoppedIngestTest(@TempDir Path folder) throws IOException {
    ingesting = new Ingesting(folder);
  }

  @BeforeEach
  void listen() {
    logged.start();
    logger.setLevel(Level.WARN);
    logger.setAdditive(false);
    logger.addAppender(logged);
  }

  @AfterEach
  void listenNoMore() {
    logger.detachAppender(logged);
    logger.setAdditive(true);
    logger.setLevel(usual);
  }

  @Test
  void landingFolderThatGoesWhileItIsReadIsToldAndNothingIsHalfDone() throws Exception {
    ingesting.write("transactions.csv", TRANSACTIONS + transaction("t-1"));
    Path elsewhere = ingesting.landing.resolveSibling("elsewhere");

    assertThatExceptionOfType(IngestFailedException.class)
        .isThrownBy(() -> ingestUntilRead(() -> Files.move(ingesting.landing, elsewhere)))
        .withMessage(
            "Landing folder %s has gone while it was read; bring it back, and run again",
            ingesting.landing);
    assertThat(logged.list).isEmpty();
    assertThat(ingesting.landed()).isEmpty();

    Files.move(elsewhere, ingesting.landing);
    assertThat(ingesting.ingest().withStatus(FileStatus.LANDED)).hasSize(1);
  }

  @Test
  void fileThatGoesAloneIsRefusedAndLogged() throws Exception {
    Path file = ingesting.write("transactions.csv", TRANSACTIONS + transaction("t-1"));

    IngestResult result = ingestUntilRead(() -> Files.delete(file));

    String message = "transactions.csv: has gone while it was read; put it back";
    assertThat(result.withStatus(FileStatus.REFUSED))
        .extracting(FileResult::message)
        .containsExactly(message);
    assertThat(logged.list)
        .extracting(ILoggingEvent::getFormattedMessage)
        .containsExactly("Refused " + message);
  }

  @Test
  void heapThatIsTooSmallIsNamedAndTheNextRunGoesOn() throws Exception {
    ingesting.write("transactions.csv", TRANSACTIONS + transaction("t-1"));
    OutOfMemoryError error = new OutOfMemoryError("Java heap space");

    assertThatExceptionOfType(IngestFailedException.class)
        .isThrownBy(
            () ->
                ingestUntilRead(
                    () -> {
                      throw error;
                    }))
        .withMessage(
            "Ingest into lake %s stopped at transactions.csv: out of memory: Java heap space;"
                + " give it more heap, such as with HINDSIGHT_JAVA_OPTS=-Xmx1g",
            ingesting.lake.root())
        .withCause(error);
    assertThat(ingesting.ingest().withStatus(FileStatus.LANDED)).hasSize(1);
  }

  /** What happens as soon as rows have been read. */
  private interface Misfortune {
    void strike() throws IOException;
  }

  private IngestResult ingestUntilRead(Misfortune misfortune) {
    Progress progress =
        new Progress() {
          @Override
          public void begin(long totalBytes) {}

          @Override
          public void read(long rows, long bytes) {
            try {
              misfortune.strike();
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          }

          @Override
          public void end() {}
        };
    IngestRequest request = ingesting.request(ingesting.lake);
    return Ingesting.CONTEXT
        .getBean(LandingIngest.class)
        .ingest(
            new IngestRequest(
                request.lake(),
                request.landingFolder(),
                request.formats(),
                request.rules(),
                request.hold(),
                progress));
  }
}
