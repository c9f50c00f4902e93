package dev.hindsight.sample;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Decides what buyers dispute: each line by its rates, then other lines of the order with it. */
final class Complaints {
  private static final List<Cause> CAUSES = List.of(Cause.values());

  private Complaints() {}

  /** The complaint about each line, absent where there is none. */
  static List<Order.SoldLine> of(Seller seller, List<OrderLine> lines, LocalDate day, Draws draws) {
    List<@Nullable Cause> causes = new ArrayList<>();
    for (OrderLine line : lines) {
      causes.add(cause(seller, line, day, draws));
    }
    int first = firstDisputed(causes);
    List<Order.SoldLine> sold = new ArrayList<>(lines.size());
    for (int i = 0; i < lines.size(); i++) {
      Cause own = causes.get(i);
      Cause cause = own == null && first >= 0 ? contagion(causes.get(first), draws) : own;
      int place = i == first ? 0 : 1 + i;
      sold.add(
          new Order.SoldLine(lines.get(i), cause == null ? null : new Complaint(cause, place)));
    }
    return sold;
  }

  private static @Nullable Cause cause(Seller seller, OrderLine line, LocalDate day, Draws draws) {
    PriceBand band = PriceBand.of(line.cents());
    double rest = draws.fraction();
    for (Cause cause : CAUSES) {
      rest -=
          cause.baseRate()
              * line.article().category().rateFactor(cause)
              * band.rateFactor(cause)
              * Season.rateFactor(day, cause)
              * line.parcel().rateFactor(cause)
              * seller.rateFactor(cause, line);
      if (rest < 0) {
        return cause;
      }
    }
    return null;
  }

  private static int firstDisputed(List<@Nullable Cause> causes) {
    for (int i = 0; i < causes.size(); i++) {
      if (causes.get(i) != null) {
        return i;
      }
    }
    return -1;
  }

  /** What befalls a parcel befalls most of what is in it. */
  private static @Nullable Cause contagion(@Nullable Cause first, Draws draws) {
    if (first == null) {
      return null;
    }
    double share =
        switch (first.topic()) {
          case DELIVERY -> 0.6;
          case STOCK -> 0.5;
          case PRODUCT -> 0.12;
          case PAYMENT -> 0.8;
        };
    return draws.chance(share) ? first : null;
  }
}
