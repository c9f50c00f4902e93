package dev.hindsight.analytics.truth;

import dev.hindsight.analytics.MeasuredFindings;
import dev.hindsight.analytics.dataset.IntermediateRows;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.apache.spark.sql.SparkSession;

/**
 * Foretells windows of a landing folder by the windows before them, prints how well, and updates
 * the page's rows of that folder. Arguments: a folder for work, the page, the landing folder, the
 * last dates of the windows, with commas.
 */
final class ForecastReport {
  private ForecastReport() {}

  public static void main(String[] arguments) throws IOException {
    Path page = Path.of(arguments[1]);
    Path landing = Path.of(arguments[2]).toAbsolutePath().normalize();
    List<LocalDate> dates = Arrays.stream(arguments[3].split(",")).map(LocalDate::parse).toList();
    List<String> rows = new ArrayList<>();
    try (SparkSession spark = MeasuredFindings.session()) {
      spark.sparkContext().setLogLevel("ERROR");
      IntermediateRows intermediate =
          new IntermediateRows(spark, Path.of(arguments[0]).toAbsolutePath());
      ForecastMeasurement measurement =
          new ForecastMeasurement(intermediate, new CsvLogs(intermediate, landing).read());
      for (LocalDate date : dates) {
        rows.addAll(rows(measurement, name(landing), date));
      }
    }
    String former = Files.exists(page) ? Files.readString(page) : ForecastPage.EMPTY.text();
    Files.writeString(page, new ForecastPage(former).with(name(landing), rows).text());
  }

  private static List<String> rows(ForecastMeasurement measurement, String data, LocalDate date) {
    ForecastMeasurement.Windows windows = measurement.endingOn(date);
    List<String> rows = new ArrayList<>();
    for (ForecastFamily family : ForecastFamily.values()) {
      String row = row(windows.forecast(family), data, date, family);
      System.out.println(row);
      rows.add(row);
    }
    return rows;
  }

  private static String row(
      ForecastLosses forecast, String data, LocalDate date, ForecastFamily family) {
    return String.format(
        Locale.ROOT,
        "| %s | %s | %s | %,d | %.4f | %.4f | %.4f | %s | %s | %s |",
        data,
        date,
        family.text(),
        forecast.pairs().size(),
        forecast.loss(Forecaster.AVERAGE),
        forecast.loss(Forecaster.RAW),
        forecast.loss(Forecaster.SHRUNKEN),
        forecast.best().text(),
        forecast.gainOver(Forecaster.AVERAGE),
        forecast.gainOver(Forecaster.RAW));
  }

  /** What the folder is called; one called {@code landing} has the name of what it is in. */
  private static String name(Path landing) {
    int last = landing.getNameCount() - 1;
    return landing.getName(landing.endsWith("landing") ? last - 1 : last).toString();
  }
}
