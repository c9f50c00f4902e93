package dev.hindsight.nightly.gates;

import static java.util.stream.Collectors.joining;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Quality gates keep a candidate from being published. */
public final class GateStoppedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final LocalDate asOfDate;
  private final transient List<Verdict> stopped;

  /**
   * @param current the version that stands; absent where there is none
   * @param stopped the gates that stop it
   */
  public GateStoppedException(LocalDate asOfDate, @Nullable String current, List<Verdict> stopped) {
    super(
        "%s is not published%s; %s"
            .formatted(
                asOfDate,
                current == null ? "" : " and %s stands".formatted(current),
                stopped.stream().map(Verdict::text).collect(joining("; "))));
    this.asOfDate = asOfDate;
    this.stopped = List.copyOf(stopped);
  }

  private GateStoppedException(GateStoppedException stop, String remedy) {
    super(stop.getMessage() + "\n" + remedy, stop);
    this.asOfDate = stop.asOfDate;
    this.stopped = stop.stopped;
  }

  public LocalDate asOfDate() {
    return asOfDate;
  }

  public List<Gate> gates() {
    return stopped.stream().map(Verdict::gate).toList();
  }

  /** The same, with another line of what can be done. */
  public GateStoppedException with(String remedy) {
    return new GateStoppedException(this, remedy);
  }
}
