package dev.hindsight.nightly.benchmark;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The measurements as Markdown.
 *
 * @param logBytes the size of the log that all have read
 * @param runs of every contender, by its name; the first contender is compared with the others
 */
record BenchmarkTable(long rows, long logBytes, Map<String, List<MeasuredRun>> runs) {
  private static final double MEGABYTE = 1e6;

  String markdown() {
    StringBuilder text = new StringBuilder();
    text.append(
        """
        | contender | seconds, round by round | median s | MB/s | peak memory MB | output MB |
        |---|---|---|---|---|---|
        """);
    runs.forEach((contender, measured) -> text.append(row(contender, measured)));
    text.append('\n').append(ratios()).append("\n\n").append(machine()).append('\n');
    return text.toString();
  }

  private String row(String contender, List<MeasuredRun> measured) {
    double median = median(measured);
    return format(
        "| %s | %s | %.1f | %.0f | %.0f | %.0f |\n",
        contender,
        measured.stream()
            .map(run -> format("%.1f", run.seconds()))
            .collect(Collectors.joining(" ")),
        median,
        logBytes / MEGABYTE / median,
        measured.stream().mapToDouble(MeasuredRun::peakMegabytes).max().orElseThrow(),
        measured.get(0).outputMegabytes());
  }

  private String ratios() {
    String first = runs.keySet().iterator().next();
    double seconds = median(runs.getOrDefault(first, List.of()));
    return runs.entrySet().stream()
        .skip(1)
        .map(
            other ->
                format("%s / %s: %.2f", first, other.getKey(), seconds / median(other.getValue())))
        .collect(Collectors.joining("; "));
  }

  private String machine() {
    OperatingSystemMXBean system =
        (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    return format(
        "%,d rows, %.0f MB; %d cores, %.0f GB of memory, JDK %s; %s",
        rows,
        logBytes / MEGABYTE,
        system.getAvailableProcessors(),
        system.getTotalMemorySize() / 1e9,
        Runtime.version(),
        LocalDate.now());
  }

  private static double median(List<MeasuredRun> measured) {
    double[] sorted = measured.stream().mapToDouble(MeasuredRun::seconds).sorted().toArray();
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }

  private static String format(String pattern, Object... values) {
    return String.format(Locale.ROOT, pattern, values);
  }
}
