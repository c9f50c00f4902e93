package dev.hindsight.nightly.cli;

/** How a command ends, for whoever schedules it. */
enum ExitCode {
  DONE(0, "done"),
  FAILED(1, "failed, nothing published; worth another try once the cause is mended"),
  USAGE(2, "wrong usage or configuration; correct it before another try"),
  LOOK(
      3,
      "done, but look: rows or files were refused (hindsight rejects), or reports not delivered (hindsight deliveries), or a buyer is not forgotten everywhere (hindsight forget)"),
  HELD(4, "another run holds the lake; worth another try"),
  STOPPED(
      5,
      "a quality gate stopped publication, the old version stands; mend it or accept it, trying again alone does not help"),
  SIGNALLED(143, "ended by a signal; run it again, and it goes on where it stopped");

  private final int code;
  private final String meaning;

  ExitCode(int code, String meaning) {
    this.code = code;
    this.meaning = meaning;
  }

  int code() {
    return code;
  }

  String meaning() {
    return meaning;
  }
}
