package dev.hindsight.reports.smtp;

import dev.hindsight.reports.delivery.Delivery;
import dev.hindsight.reports.delivery.DeliveryLog;
import dev.hindsight.reports.smtp.ReportSending.Messages;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * Hands reports over on one connection, a few at a time: these are marked as being handed over by
 * one write to the disk. Not thread-safe.
 */
final class SendingWorker {
  private final SendingRun run;
  private final DeliveryLog log;
  private final Messages messages;
  private final Queue<Delivery> waiting;
  private final List<Delivery> postponed;
  private @Nullable MailConnection connection;

  SendingWorker(
      SendingRun run,
      DeliveryLog log,
      Messages messages,
      Queue<Delivery> waiting,
      List<Delivery> postponed) {
    this.run = run;
    this.log = log;
    this.messages = messages;
    this.waiting = waiting;
    this.postponed = postponed;
  }

  /** Hands over what waits, until nothing does or the run is stopped. */
  void work() {
    try {
      List<Delivery> batch = next();
      while (!batch.isEmpty() && isConnected()) {
        log.sending(batch);
        handOver(new ArrayDeque<>(batch));
        batch = next();
      }
      waiting.addAll(batch);
    } catch (RuntimeException e) {
      run.stop("Sending failed");
      throw e;
    } finally {
      disconnect();
    }
  }

  private List<Delivery> next() {
    List<Delivery> batch = new ArrayList<>();
    while (!run.isStopped() && batch.size() < run.batchSize() && !waiting.isEmpty()) {
      Delivery report = waiting.poll();
      if (report != null) {
        batch.add(report);
      }
    }
    return batch;
  }

  /** What is not handed over in the end is not marked any more, and waits again. */
  private void handOver(Queue<Delivery> batch) {
    try {
      while (!batch.isEmpty() && isConnected()) {
        byte[] message = message(batch.element());
        run.pace().await();
        handOver(batch.remove(), message);
      }
    } finally {
      log.notSending(List.copyOf(batch));
      waiting.addAll(batch);
    }
  }

  private void handOver(Delivery report, byte[] message) {
    MailConnection open = connection;
    if (open == null) {
      throw new IllegalStateException("Not connected");
    }
    Answer answer = open.send(message, report.address());
    if (run.note(report, answer)) {
      (answer.kind() == Answer.Kind.NOT_NOW ? postponed : waiting).add(report);
    }
    if (answer.kind() == Answer.Kind.CONNECTION_LOST || answer.kind() == Answer.Kind.UNKNOWN) {
      disconnect();
    }
  }

  private byte[] message(Delivery report) {
    try {
      return messages.of(report);
    } catch (IOException e) {
      throw new UncheckedIOException(
          "The message of seller %s cannot be read".formatted(report.sellerId()), e);
    }
  }

  /** Connects where nothing does; false where the server cannot be reached, or the run is over. */
  private boolean isConnected() {
    if (run.isStopped()) {
      return false;
    }
    connection = connection == null ? run.connect() : connection;
    return connection != null;
  }

  private void disconnect() {
    MailConnection open = connection;
    connection = null;
    if (open != null) {
      open.close();
    }
  }
}
