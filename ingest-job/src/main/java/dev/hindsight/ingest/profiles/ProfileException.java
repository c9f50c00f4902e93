package dev.hindsight.ingest.profiles;

import java.util.List;

/** Profiles cannot be used; the message says everything that is wrong with them, a line each. */
public final class ProfileException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  ProfileException(List<String> problems) {
    super(String.join("\n", problems));
  }
}
