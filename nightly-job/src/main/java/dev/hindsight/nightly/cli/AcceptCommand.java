package dev.hindsight.nightly.cli;

import dev.hindsight.nightly.gates.Gate;
import dev.hindsight.nightly.gates.GateStoppedException;
import java.util.ArrayList;
import java.util.List;

/**
 * The command line that publishes what gates have stopped: the one that was stopped, with the date
 * and the gates.
 */
record AcceptCommand(List<String> stopped) {
  private static final List<String> GIVEN_ANEW = List.of("--as-of", "--because");
  private static final String REASON = "why it is right";

  String line(GateStoppedException stop) {
    List<String> words = new ArrayList<>();
    for (int word = 0; word < stopped.size(); word++) {
      String option = stopped.get(word);
      if (GIVEN_ANEW.contains(option)) {
        word++; // its value, too
      } else if (GIVEN_ANEW.stream().noneMatch(known -> option.startsWith(known + "="))) {
        words.add(option);
      }
    }
    words.addAll(List.of("--as-of", stop.asOfDate().toString()));
    for (Gate gate : stop.gates()) {
      words.addAll(List.of("--accept", gate.key()));
    }
    words.addAll(List.of("--because", REASON));
    List<String> quoted = words.stream().map(AcceptCommand::quoted).toList();
    return System.getProperty("hindsight.command", "hindsight") + " " + String.join(" ", quoted);
  }

  /** As a shell takes it for one word. */
  private static String quoted(String word) {
    return word.matches("[\\w@%+=:,./-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
  }
}
