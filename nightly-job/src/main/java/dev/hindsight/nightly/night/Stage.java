package dev.hindsight.nightly.night;

import java.io.IOException;

/** A part of a night that can run alone. */
interface Stage {
  /** One word, as the command that runs it alone. */
  String name();

  void run(NightRequest request, NightSummary summary) throws IOException;
}
