package dev.hindsight.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hindsight.datasets.contract.ColumnType;
import dev.hindsight.datasets.contract.Contract;
import dev.hindsight.datasets.landed.LandedContracts;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What analysts find in the landed files, as DuckDB reads them. */
class LandedParquetTest {

  @Test
  void columnsAndTypesAreTheContracts(@TempDir Path folder) throws IOException, SQLException {
    Ingesting ingesting = new Ingesting(folder);
    ingesting.write("transactions.csv", Ingesting.TRANSACTIONS + "x\n");
    ingesting.write("sellers.csv", "seller_id,name,email,locale,time_zone\n");
    ingesting.write("dispute-events.csv", "event_id,dispute_id,seller_id,event_type,occurred_at\n");
    ingesting.write("adjustments.csv", "dispute_id,reason,decided_at\n");
    ingesting.write("unsubscribes.csv", "seller_id,unsubscribed_at\n");
    ingesting.write("bounces.csv", "email,status,bounced_at\n");
    ingesting.ingest();

    for (Contract<?> contract : LandedContracts.ALL) {
      assertThat(
              ingesting.query(
                  "SELECT column_name, column_type FROM (DESCRIBE SELECT * FROM $dataset)",
                  contract.name()))
          .isEqualTo(columns(contract));
    }
  }

  @Test
  void valuesAreExactlyThoseOfTheFile(@TempDir Path folder) throws IOException, SQLException {
    Ingesting ingesting = new Ingesting(folder);
    ingesting.write(
        "transactions.csv",
        Ingesting.TRANSACTIONS
            + "t-1,o-1,s-1,\"toys, \"\"small\"\"\",1.234,KWD,2024-03-01T23:30:00.123456-03:00\n"
            + "t-2,o-1,s-1,toys,99999999999999.99,EUR,1990-01-01T00:00:00Z\n");
    ingesting.ingest();

    assertThat(
            ingesting.query(
                "SELECT transaction_id, category, amount, epoch_us(ordered_at), ordered_date,"
                    + " sku, quantity, batch_number, line_number FROM $dataset ORDER BY 1",
                "transactions"))
        .containsExactly(
            "t-1 toys, \"small\" 1.2340 1709346600123456 2024-03-02 null null 1 2",
            "t-2 toys 99999999999999.9900 631152000000000 1990-01-01 null null 1 3");
  }

  private static List<String> columns(Contract<?> contract) {
    return contract.fields().stream()
        .map(field -> field.name() + " " + duckdbType(field.type()))
        .toList();
  }

  private static String duckdbType(ColumnType type) {
    return switch (type.display()) {
      case "text" -> "VARCHAR";
      case "timestamp" -> "TIMESTAMP WITH TIME ZONE";
      default -> type.display().toUpperCase(Locale.ROOT);
    };
  }
}
