package dev.hindsight.datasets.lake;

import java.io.IOException;
import java.nio.file.Path;

/** A process that takes a lake, says how that went, and holds it until its input ends. */
@SuppressWarnings("try")
final class LakeHolder {
  private LakeHolder() {}

  public static void main(String[] arguments) throws IOException {
    try (LakeLock held = LakeLock.take(new Lake(Path.of(arguments[0])), arguments[1])) {
      System.out.println("held");
      System.in.read();
    } catch (LakeHeldException e) {
      System.out.println(e.getMessage());
    }
  }
}
