package dev.hindsight.datasets.lake;

import java.io.IOException;
import java.nio.file.Path;

/**
 * A process that takes a lake or a share, says how that went, and holds it until its input ends.
 */
@SuppressWarnings("try")
final class LakeHolder {
  private LakeHolder() {}

  public static void main(String[] arguments) throws IOException {
    try (LakeLock held = taken(new Lake(Path.of(arguments[0])), arguments[1], arguments[2])) {
      System.out.println("held");
      System.in.read();
    } catch (LakeHeldException e) {
      System.out.println(e.getMessage());
    }
  }

  private static LakeLock taken(Lake lake, String holder, String share) throws IOException {
    return share.isEmpty() ? LakeLock.take(lake, holder) : LakeLock.takeShare(lake, share, holder);
  }
}
