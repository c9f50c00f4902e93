package dev.hindsight.ingest.profiles;

import java.util.ArrayList;
import java.util.List;

/** Everything that is wrong with a profile's file. */
final class ProfileProblems {
  private final String fileName;
  private final List<String> messages = new ArrayList<>();

  ProfileProblems(String fileName) {
    this.fileName = fileName;
  }

  /** Notes a problem, once. */
  void add(int line, String key, String wrong, String right) {
    String message = "%s:%d: %s: %s; %s".formatted(fileName, line, key, wrong, right);
    if (!messages.contains(message)) { // what is used in two places is read twice
      messages.add(message);
    }
  }

  List<String> messages() {
    return List.copyOf(messages);
  }
}
