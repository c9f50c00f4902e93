package dev.hindsight.sample;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Makes the orders that a seller gets on a day. */
final class OrderSimulation {
  private static final Mix<Integer> LINE_COUNTS =
      Mix.of(List.of(1, 2, 3), lines -> lines == 1 ? 80 : 20.0 / lines);

  private static final double LINES_PER_ORDER = LINE_COUNTS.mean(lines -> lines);
  private static final int SECONDS_PER_DAY = 86_400;
  private static final int REGULARS = 1_500;
  private static final int BUYERS = 90_000;
  private static final int FIRST_BUYER = 10_000;
  private static final double DELAYED_SHARE = 0.35;

  private final SampleRequest request;

  OrderSimulation(SampleRequest request) {
    this.request = request;
  }

  List<Order> ordersOf(Seller seller, LocalDate day) {
    Draws draws = Draws.of(request.seed(), Draws.Stream.ORDERS, seller.number(), day.toEpochDay());
    int count = draws.poisson(expectedOrders(seller, day));
    List<Order> orders = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      orders.add(order(seller, day, draws));
    }
    return orders;
  }

  private double expectedOrders(Seller seller, LocalDate day) {
    double elapsed = (double) ChronoUnit.DAYS.between(request.firstDay(), day) / request.days();
    return seller.trade().dailyLines()
        / LINES_PER_ORDER
        * seller.trade().lifecycle().trade(elapsed)
        * Season.demand(day);
  }

  private static Order order(Seller seller, LocalDate day, Draws draws) {
    Instant orderedAt = moment(day, draws);
    Parcel parcel =
        new Parcel(
            Carrier.MIX.draw(draws),
            ShipRegion.MIX.draw(draws),
            ServiceLevel.MIX.draw(draws),
            draws.chance(seller.trade().marketplaceShare()));
    List<Order.SoldLine> lines =
        Complaints.of(seller, orderLines(seller, parcel, draws), day, draws);
    Shipment shipment = Shipment.of(orderedAt, parcel, late(seller, lines, draws), draws);
    return new Order(seller, buyer(draws), orderedAt, parcel, shipment, lines);
  }

  /** Mostly in the middle of the day, never in the last minute of it. */
  private static Instant moment(LocalDate day, Draws draws) {
    long second = (long) ((draws.fraction() + draws.fraction()) / 2 * (SECONDS_PER_DAY - 60));
    return day.atStartOfDay().toInstant(ZoneOffset.UTC).plusSeconds(second);
  }

  private static List<OrderLine> orderLines(Seller seller, Parcel parcel, Draws draws) {
    int count = LINE_COUNTS.draw(draws);
    List<OrderLine> lines = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      lines.add(
          new OrderLine(seller.catalogue().draw(draws), Article.QUANTITIES.draw(draws), parcel));
    }
    return lines;
  }

  /** A problem that makes parcels late makes more of them late than buyers complain of. */
  private static boolean late(Seller seller, List<Order.SoldLine> lines, Draws draws) {
    PlantedProblem problem = seller.problem();
    boolean delayed = draws.chance(DELAYED_SHARE);
    return lines.stream().anyMatch(OrderSimulation::disputedAsLate)
        || (delayed && problem != null && problem.delays(lines.get(0).line()));
  }

  private static boolean disputedAsLate(Order.SoldLine sold) {
    Complaint complaint = sold.complaint();
    return complaint != null && complaint.cause() == Cause.LATE_DELIVERY;
  }

  private static String buyer(Draws draws) {
    int number = draws.chance(0.2) ? draws.index(REGULARS) * 53 : draws.index(BUYERS);
    return String.format(Locale.ROOT, "b-%05d", FIRST_BUYER + number);
  }
}
