package dev.hindsight.reports.smtp;

import dev.hindsight.reports.delivery.Delivery;
import dev.hindsight.reports.delivery.DeliveryLog;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.backoff.BackOffExecution;

/**
 * Hands reports to a mail server, over several connections, and writes to the delivery log what
 * became of each. What the server does not take now is tried again after the others. A signal lets
 * the messages that are under way come to their end.
 */
public final class ReportSending {
  private static final Logger log = LoggerFactory.getLogger(ReportSending.class);
  private static final long LAST_WAIT_SECONDS = 20;

  private final SmtpSettings settings;
  private final DeliveryLog deliveries;
  private final Messages messages;

  /** Where the messages lie. */
  @FunctionalInterface
  public interface Messages {
    byte[] of(Delivery delivery) throws IOException;
  }

  public ReportSending(SmtpSettings settings, DeliveryLog deliveries, Messages messages) {
    this.settings = settings;
    this.deliveries = deliveries;
    this.messages = messages;
  }

  /** Hands them over, each at most once. */
  public SendingResult send(List<Delivery> reports) {
    SendingRun run = new SendingRun(settings, deliveries, messages);
    Thread ender = new Thread(() -> endOrderly(run), "sending-ender");
    Runtime.getRuntime().addShutdownHook(ender);
    try {
      List<Delivery> left = reports;
      BackOffExecution waits = run.waits();
      long wait = 0;
      while (!left.isEmpty() && !run.isStopped() && wait != BackOffExecution.STOP) {
        TimeUnit.MILLISECONDS.sleep(wait);
        left = run.round(left);
        wait = waits.nextBackOff();
      }
      SendingResult result = run.result(left.size());
      log.info(
          "Mail server {} has taken {} reports, refused {}, left open what became of {}; {} are"
              + " still planned",
          settings.server(),
          result.acceptedCount(),
          result.failedCount(),
          result.unknownCount(),
          result.leftCount());
      return result;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while reports were sent", e);
    } finally {
      run.end();
      deliveries.safe();
      takeBack(ender);
    }
  }

  private static void endOrderly(SendingRun run) {
    run.stop("A signal has ended the run; run it again");
    run.awaitEnd(LAST_WAIT_SECONDS);
  }

  private static void takeBack(Thread ender) {
    try {
      Runtime.getRuntime().removeShutdownHook(ender);
    } catch (IllegalStateException e) {
      // a signal has come: the hook runs already
    }
  }
}
