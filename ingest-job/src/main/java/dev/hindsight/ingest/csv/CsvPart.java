package dev.hindsight.ingest.csv;

/**
 * A piece of a file that begins and ends between two rows.
 *
 * @param number from 0; part 0 begins with the header
 * @param startByte the first byte of it
 * @param endByte the first byte behind it
 * @param firstLine the physical line that it begins with
 */
public record CsvPart(int number, long startByte, long endByte, long firstLine) {
  /** Stands for the end of a file that is not cut into parts. */
  static final long TO_THE_END = Long.MAX_VALUE;

  /** All of a file. */
  public static final CsvPart WHOLE = new CsvPart(0, 0, TO_THE_END, 1);

  /** Whether it begins with the header. */
  boolean isFirst() {
    return number == 0;
  }
}
