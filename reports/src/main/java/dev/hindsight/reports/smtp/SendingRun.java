package dev.hindsight.reports.smtp;

import dev.hindsight.reports.delivery.Delivery;
import dev.hindsight.reports.delivery.DeliveryLog;
import dev.hindsight.reports.delivery.DeliveryState;
import dev.hindsight.reports.smtp.ReportSending.Messages;
import jakarta.mail.MessagingException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.util.backoff.BackOffExecution;
import org.springframework.util.backoff.ExponentialBackOff;

/** One sending: its connections, its pace, its counts, and why it stopped early. Thread-safe. */
final class SendingRun {
  /** A server that refuses so many at once, and has taken none, refuses us. */
  private static final int REFUSALS_TO_STOP_AT = 20;

  private static final int MOST_AT_ONCE = 8;
  private static final int BATCHES_PER_SECOND = 10;

  private final SmtpSettings settings;
  private final DeliveryLog log;
  private final Messages messages;
  private final MailServer server;
  private final Pace pace;
  private final ExecutorService threads;
  private final CountDownLatch ended = new CountDownLatch(1);
  private final AtomicReference<@Nullable String> stopped = new AtomicReference<>();
  private final AtomicInteger losses = new AtomicInteger();
  private final AtomicLong accepted = new AtomicLong();
  private final AtomicLong failed = new AtomicLong();
  private final AtomicLong unknown = new AtomicLong();

  SendingRun(SmtpSettings settings, DeliveryLog log, Messages messages) {
    this.settings = settings;
    this.log = log;
    this.messages = messages;
    server = new MailServer(settings);
    pace = new Pace(settings.rate(), System::nanoTime);
    threads = Executors.newFixedThreadPool(settings.connections());
  }

  BackOffExecution waits() {
    ExponentialBackOff backOff = new ExponentialBackOff(settings.retryWait().toMillis(), 2);
    backOff.setMaxAttempts(settings.retries());
    return backOff.start();
  }

  /** Tries each once, and returns those that are worth another try. */
  List<Delivery> round(List<Delivery> reports) throws InterruptedException {
    Queue<Delivery> waiting = new ConcurrentLinkedQueue<>(reports);
    List<Delivery> postponed = Collections.synchronizedList(new ArrayList<>());
    List<Future<?>> workers = new ArrayList<>();
    for (int i = 0; i < Math.min(settings.connections(), reports.size()); i++) {
      workers.add(
          threads.submit(() -> new SendingWorker(this, log, messages, waiting, postponed).work()));
    }
    for (Future<?> worker : workers) {
      await(worker);
    }
    postponed.addAll(waiting);
    return List.copyOf(postponed);
  }

  private static void await(Future<?> worker) throws InterruptedException {
    try {
      worker.get();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException known
          ? known
          : new IllegalStateException("Reports could not be sent", e.getCause());
    }
  }

  /** How many reports one connection marks at once: what a tenth of a second hands over. */
  int batchSize() {
    int most = settings.rate() / (BATCHES_PER_SECOND * settings.connections());
    return Math.max(1, Math.min(most, MOST_AT_ONCE));
  }

  Pace pace() {
    return pace;
  }

  /** Absent where the server cannot be reached: then everybody stops. */
  @Nullable MailConnection connect() {
    BackOffExecution waits = waits();
    while (true) {
      try {
        return server.connect();
      } catch (UnusableServerException e) {
        stop(e.getMessage());
        return null;
      } catch (MessagingException e) {
        long wait = waits.nextBackOff();
        if (wait == BackOffExecution.STOP || isStopped()) {
          stop(
              "Mail server %s cannot be reached (%s); run: hindsight report, once it can"
                  .formatted(settings.server(), MailConnection.oneLine(e.getMessage())));
          return null;
        }
        pause(wait);
      }
    }
  }

  private static void pause(long milliseconds) {
    try {
      TimeUnit.MILLISECONDS.sleep(milliseconds);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * Writes down what became of a report.
   *
   * @return whether it is worth another try
   */
  boolean note(Delivery report, Answer answer) {
    if (answer.kind() != Answer.Kind.CONNECTION_LOST) {
      losses.set(0);
    }
    switch (answer.kind()) {
      case ACCEPTED -> {
        accepted.incrementAndGet();
        log.ended(report, DeliveryState.ACCEPTED, answer.text());
      }
      case NEVER -> {
        log.ended(report, DeliveryState.FAILED, answer.text());
        stopWhereAllAreRefused(failed.incrementAndGet(), answer);
      }
      case UNKNOWN -> {
        unknown.incrementAndGet();
        log.ended(report, DeliveryState.UNKNOWN, answer.text());
      }
      case NOT_NOW -> log.ended(report, report.state(), answer.text());
      case SENDER_REFUSED -> {
        log.ended(report, report.state(), answer.text());
        stop(
            "Mail server %s refuses the sender %s (%s); check envelope-sender, smtp-user and the server"
                .formatted(settings.server(), settings.envelopeSender(), answer.text()));
      }
      case CONNECTION_LOST -> {
        log.ended(report, report.state(), answer.text());
        stopWhereLost(answer);
      }
    }
    return switch (answer.kind()) {
      case NOT_NOW, CONNECTION_LOST, SENDER_REFUSED -> true;
      case ACCEPTED, NEVER, UNKNOWN -> false;
    };
  }

  private void stopWhereAllAreRefused(long refusals, Answer answer) {
    if (refusals >= REFUSALS_TO_STOP_AT && accepted.get() == 0) {
      stop(
          "Mail server %s has refused %d reports and taken none (%s); check it, then run: hindsight deliveries resend --state failed"
              .formatted(settings.server(), refusals, answer.text()));
    }
  }

  private void stopWhereLost(Answer answer) {
    if (losses.incrementAndGet() > settings.retries() + settings.connections()) {
      stop(
          "Mail server %s ends every connection (%s); run: hindsight report, once it does not"
              .formatted(settings.server(), answer.text()));
    }
  }

  void stop(@Nullable String why) {
    stopped.compareAndSet(null, String.valueOf(why));
  }

  boolean isStopped() {
    return stopped.get() != null;
  }

  SendingResult result(long left) {
    return new SendingResult(accepted.get(), failed.get(), unknown.get(), left, stopped.get());
  }

  void end() {
    threads.shutdown();
    ended.countDown();
  }

  void awaitEnd(long seconds) {
    try {
      if (!ended.await(seconds, TimeUnit.SECONDS)) {
        threads.shutdownNow();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
