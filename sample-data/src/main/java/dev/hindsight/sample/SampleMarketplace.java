package dev.hindsight.sample;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;

/** A marketplace that does not exist, with problems that are known because they were planted. */
public final class SampleMarketplace {
  private final SampleRequest request;
  private final List<Seller> sellers;
  private final OrderSimulation simulation;
  private long orderCount;
  private long transactionCount;
  private long complaintCount;

  private SampleMarketplace(SampleRequest request, MarketConditions conditions) {
    this.request = request;
    this.sellers = Sellers.of(request, conditions);
    this.simulation = new OrderSimulation(request);
  }

  /** Writes {@code output/landing/*.csv} and {@code output/answer-key.csv}. */
  public static SampleSummary writeTo(Path output, SampleRequest request) throws IOException {
    return writeTo(output, request, MarketConditions.USUAL);
  }

  /** The same for sellers who differ in another way than usual. */
  public static SampleSummary writeTo(
      Path output, SampleRequest request, MarketConditions conditions) throws IOException {
    return new SampleMarketplace(request, conditions).writeTo(LandingFolder.in(output, request));
  }

  private SampleSummary writeTo(LandingFolder folder) throws IOException {
    folder.writeSellers(sellers);
    folder.writeAnswers(sellers);
    Instant end = request.lastDay().plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC);
    try (TransactionLog transactions = new TransactionLog(folder.path(), end);
        DisputeLog disputes = new DisputeLog(folder.path())) {
      for (Iterator<LocalDate> days = request.eachDay().iterator(); days.hasNext(); ) {
        trade(days.next(), transactions, disputes);
      }
      return new SampleSummary(
          folder.path(),
          folder.answerKey(),
          sellers.size(),
          transactions.rowCount(),
          disputes.disputeCount(),
          disputes.eventCount(),
          sellers.stream().filter(seller -> seller.problem() != null).count());
    }
  }

  private void trade(LocalDate day, TransactionLog transactions, DisputeLog disputes)
      throws IOException {
    transactions.startDay(day);
    for (Order order : ordersOf(day)) {
      orderCount++;
      String orderId = id("o", orderCount);
      for (Order.SoldLine sold : order.lines()) {
        transactionCount++;
        String transactionId = id("t", transactionCount);
        transactions.add(transactionId, orderId, order, sold);
        Complaint complaint = sold.complaint();
        if (complaint != null) {
          Dispute dispute = dispute(order, sold.line(), complaint, transactionId);
          disputes.await(DisputeSimulation.eventsOf(dispute, courseDraws()));
        }
      }
    }
    disputes.writeDay(day);
  }

  private List<Order> ordersOf(LocalDate day) {
    List<Order> orders = new ArrayList<>();
    for (Seller seller : sellers) {
      orders.addAll(simulation.ordersOf(seller, day));
    }
    orders.sort(Comparator.comparing(Order::orderedAt));
    return orders;
  }

  private Dispute dispute(Order order, OrderLine line, Complaint complaint, String transactionId) {
    complaintCount++;
    // One stream for an order and a cause: lines disputed together are opened together.
    Draws draws =
        Draws.of(
            request.seed(), Draws.Stream.OPENING, orderCount, complaint.cause().name().hashCode());
    Instant first = OpeningDelay.openedAt(order, complaint.cause(), draws);
    return new Dispute(
        id("d", complaintCount),
        transactionId,
        order.seller(),
        complaint.cause(),
        line.cents(),
        OpeningDelay.following(first, complaint));
  }

  private Draws courseDraws() {
    return Draws.of(request.seed(), Draws.Stream.COURSE, complaintCount);
  }

  private static String id(String kind, long number) {
    return String.format(Locale.ROOT, "%s-%05d", kind, number);
  }
}
