package dev.hindsight.ingest.batches;

/** Is told how far the reading is. Called by several threads at once. */
public interface Progress {
  /** Tells nobody. */
  Progress NONE =
      new Progress() {
        @Override
        public void begin(long totalBytes) {}

        @Override
        public void read(long rows, long bytes) {}

        @Override
        public void end() {}
      };

  /** Files of so many bytes, as they are stored, are to be read. */
  void begin(long totalBytes);

  /** So many more rows and stored bytes have been read. */
  void read(long rows, long bytes);

  /** Nothing more is read. */
  void end();
}
