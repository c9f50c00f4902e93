package dev.hindsight.ingest.landing;

/**
 * One of the equal parts that the contents of a landing folder are cut into, for each of several
 * machines to take one. Which part a content is in depends on the content alone: not on names, not
 * on what else lies there, not on who asks.
 *
 * @param number from 1
 * @param count how many parts there are
 */
public record Share(int number, int count) {
  /** Everything. */
  public static final Share WHOLE = new Share(1, 1);

  private static final int MOST = 1_000;
  private static final int HEX = 16;
  private static final int DIGITS = 16;

  public Share {
    if (count < 1 || count > MOST || number < 1 || number > count) {
      throw new IllegalArgumentException(
          "'%d/%d' is no share; of 5 machines the second takes 2/5, and there can be up to %d"
              .formatted(number, count, MOST));
    }
  }

  /**
   * The share as it is written, such as {@code 2/5}.
   *
   * @throws IllegalArgumentException when it is none
   */
  public static Share of(String text) {
    if (!text.matches("\\d{1,9}/\\d{1,9}")) {
      throw new IllegalArgumentException(
          "'%s' is no share; of 5 machines the second takes 2/5".formatted(text));
    }
    int slash = text.indexOf('/');
    return new Share(
        Integer.parseInt(text.substring(0, slash)), Integer.parseInt(text.substring(slash + 1)));
  }

  /**
   * Whether a content is in it.
   *
   * @param sha256 of the content, in hexadecimal digits
   */
  public boolean takes(String sha256) {
    return owner(sha256).equals(this);
  }

  /** Which of as many shares a content is in. */
  Share owner(String sha256) {
    long hash = Long.parseUnsignedLong(sha256.substring(0, DIGITS), HEX);
    return new Share(1 + (int) Long.remainderUnsigned(hash, count), count);
  }

  /** Whether it tells of a file whose content nobody knows, or asks for. */
  public boolean takesNamed(String fileName) {
    return takes(ContentHash.of(fileName));
  }

  public boolean isWhole() {
    return count == 1;
  }

  @Override
  public String toString() {
    return number + "/" + count;
  }
}
