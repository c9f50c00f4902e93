package dev.hindsight.nightly.cli;

import dev.hindsight.ingest.batches.Progress;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** A line on the terminal that tells how far an ingest is, how fast, and how long it will take. */
final class TerminalProgress implements Progress {
  private static final int MEGABYTE = 1_000_000;

  private @Nullable ProgressBar bar;
  private long rows;

  @Override
  public synchronized void begin(long totalBytes) {
    if (totalBytes > 0) {
      bar =
          new ProgressBarBuilder()
              .setTaskName("ingest")
              .setInitialMax(totalBytes)
              .setUnit(" MB", MEGABYTE)
              .setStyle(ProgressBarStyle.ASCII)
              .setUpdateIntervalMillis(250)
              .clearDisplayOnFinish()
              .showSpeed()
              .build();
    }
  }

  @Override
  public synchronized void read(long moreRows, long moreBytes) {
    rows += moreRows;
    if (bar != null) {
      bar.stepBy(moreBytes);
      bar.setExtraMessage(" %,d rows".formatted(rows));
    }
  }

  @Override
  public synchronized void end() {
    if (bar != null) {
      bar.close();
      bar = null;
    }
  }
}
