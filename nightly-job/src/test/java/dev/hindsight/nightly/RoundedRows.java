package dev.hindsight.nightly;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;

/** The rows of marts as text, to compare two lakes by. */
final class RoundedRows {
  private static final Pattern DOUBLE = Pattern.compile("-?\\d+\\.\\d+(?:[eE][-+]?\\d+)?");
  private static final int DECIMALS = 9;

  private RoundedRows() {}

  /**
   * Every row as JSON, nested columns and all, in the order of the texts. Numbers have nine
   * decimals: the last digits of a double depend on the order in which parts of a sum end.
   *
   * @param mart the folder of its Parquet files
   */
  static List<String> of(Path mart) throws SQLException {
    try (Connection duckDb = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = duckDb.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT to_json(mart)::VARCHAR FROM '%s/*.parquet' AS mart".formatted(mart))) {
      List<String> texts = new ArrayList<>();
      while (rows.next()) {
        texts.add(DOUBLE.matcher(rows.getString(1)).replaceAll(found -> rounded(found.group())));
      }
      Collections.sort(texts);
      return texts;
    }
  }

  private static String rounded(String number) {
    return new BigDecimal(number)
        .setScale(DECIMALS, RoundingMode.HALF_EVEN)
        .stripTrailingZeros()
        .toPlainString();
  }
}
