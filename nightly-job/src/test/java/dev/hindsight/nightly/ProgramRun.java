package dev.hindsight.nightly;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * What the real program, started from its distribution in a process of its own, printed and how it
 * ended.
 */
record ProgramRun(int exitCode, String out, String err) {
  /** The distribution's folder. */
  static final Path HOME =
      Path.of(System.getProperty("hindsight.distribution", "target/hindsight")).toAbsolutePath();

  static final Path LAUNCHER = HOME.resolve("bin").resolve("hindsight");
  private static final int LONGEST_MINUTES = 5;

  static ProgramRun of(Path folder, Object... arguments) throws IOException, InterruptedException {
    return ofCommand(folder, command(arguments));
  }

  /** Any command, such as one that prepares a place for the program to run in. */
  static ProgramRun ofCommand(Path folder, List<String> command)
      throws IOException, InterruptedException {
    Path out = Files.createTempFile("out", ".txt");
    Path err = Files.createTempFile("err", ".txt");
    Process process = startCommand(folder, out, err, command);
    if (!process.waitFor(LONGEST_MINUTES, TimeUnit.MINUTES)) {
      process.destroyForcibly();
      throw new IllegalStateException("The program did not end: " + command);
    }
    return new ProgramRun(process.exitValue(), read(out), read(err));
  }

  static Process start(Path folder, Path out, Path err, Object... arguments) throws IOException {
    return startCommand(folder, out, err, command(arguments));
  }

  static Process startCommand(Path folder, Path out, Path err, List<String> command)
      throws IOException {
    return new ProcessBuilder(command)
        .directory(folder.toFile())
        .redirectOutput(out.toFile())
        .redirectError(err.toFile())
        .start();
  }

  private static List<String> command(Object... arguments) {
    List<String> command = new ArrayList<>(List.of(LAUNCHER.toString()));
    for (Object argument : arguments) {
      command.add(argument.toString());
    }
    return command;
  }

  private static String read(Path file) throws IOException {
    return Files.readString(file, StandardCharsets.UTF_8);
  }
}
