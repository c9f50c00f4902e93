package dev.hindsight.ingest.csv;

import java.util.List;
import java.util.Random;

/** Texts of the kind that readers stumble over, the same for the same seed. */
final class RandomCsv {
  private static final List<String> LINE_ENDS = List.of("\n", "\r\n", "\r");
  private static final List<String> CELLS =
      List.of("", "a", "caf\u00e9", " b ", "\ud83d\ude00", "12.50", "2024-03-01T10:00:00Z");
  private static final List<String> QUOTED =
      List.of(
          "\"\"", "\"a\"", "\"a,b\"", "\"a\"\"b\"", "\"two\nlines\"", "\"x\r\ny\"", "\"\u00fc\"");
  private static final List<String> BROKEN = List.of("a\"b", "\"a\"b", "\"a\" ", "\"open", "\0");

  private final Random random;

  RandomCsv(long seed) {
    random = new Random(seed);
  }

  /** A header and some rows; some of them blank, some of another width. */
  String sound(int rows) {
    StringBuilder text = new StringBuilder("h1,h2,h3").append(one(LINE_ENDS));
    for (int row = 0; row < rows; row++) {
      text.append(row(CELLS, QUOTED)).append(one(LINE_ENDS));
    }
    return random.nextBoolean() ? text + row(CELLS, QUOTED) : text.toString();
  }

  /** The same, with something in it that breaks the rules. */
  String broken(int rows) {
    String before = sound(random.nextInt(rows));
    String end = before.endsWith("\n") || before.endsWith("\r") ? "" : "\n";
    return before + end + row(CELLS, BROKEN) + "\n" + row(CELLS, QUOTED) + "\n" + row(CELLS, CELLS);
  }

  private String row(List<String> some, List<String> others) {
    int cells = random.nextInt(10) == 0 ? random.nextInt(5) : 3;
    StringBuilder row = new StringBuilder();
    for (int cell = 0; cell < cells; cell++) {
      row.append(cell == 0 ? "" : ",").append(one(random.nextInt(3) == 0 ? others : some));
    }
    return row.toString();
  }

  private String one(List<String> texts) {
    return texts.get(random.nextInt(texts.size()));
  }
}
