package dev.hindsight.ingest.batches;

import dev.hindsight.ingest.batches.CheckResult.ProblemCount;
import dev.hindsight.ingest.csv.CsvFile;
import dev.hindsight.ingest.csv.CsvPart;
import dev.hindsight.ingest.csv.CsvReading;
import dev.hindsight.ingest.csv.FileRefusedException;
import dev.hindsight.ingest.rows.DateRange;
import dev.hindsight.ingest.rows.FeedRecords;
import dev.hindsight.ingest.rows.ParsedRow;
import dev.hindsight.ingest.rows.Problem;
import dev.hindsight.ingest.rows.Reason;
import dev.hindsight.ingest.rows.RowMapping;
import dev.hindsight.ingest.rows.RowOrigin;
import dev.hindsight.ingest.rows.SourceFormat;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads a file as an ingest would, and lands nothing.
 *
 * @param latestDate the last date that something can have happened on
 */
public record FileCheck(FeedRecords records, RejectBudget budget, LocalDate latestDate) {
  private static final int NO_BATCH = 0;

  /** What the file would come to. */
  public CheckResult of(Path path, SourceFormat format) throws IOException {
    Findings findings = new Findings(new CsvFile(path, format.format()).name());
    try {
      read(new CsvFile(path, format.format()), format, findings);
      findings.refusal =
          budget.refusal(findings.fileName, findings.readCount, findings.rejectedCount);
    } catch (FileRefusedException e) {
      findings.refusal = e.getMessage();
    }
    return findings.result(format);
  }

  private void read(CsvFile file, SourceFormat format, Findings findings) throws IOException {
    RowMapping mapping = format.mapping(file.header());
    findings.unusedColumns = mapping.unusedColumns();
    RowOrigin origin = new RowOrigin(file.name(), NO_BATCH, DateRange.until(latestDate));
    RowReading reading = new RowReading(mapping, records.parser().apply(origin), findings);
    try (CsvReading rows = file.open(CsvPart.WHOLE)) {
      reading.readAll(rows, Progress.NONE);
    } finally {
      findings.readCount = reading.readCount();
      findings.leftOutCount = reading.leftOutCount();
    }
  }

  private static final class Findings implements RowSink {
    private final Map<Kind, ProblemCount> problems = new LinkedHashMap<>();
    private final DistinctDates dates = new DistinctDates();
    private final String fileName;
    private List<String> unusedColumns = List.of();
    private @Nullable String refusal;
    private long readCount;
    private long acceptedCount;
    private long rejectedCount;
    private long leftOutCount;

    Findings(String fileName) {
      this.fileName = fileName;
    }

    private record Kind(@Nullable String column, Reason reason) {}

    @Override
    public void accept(ParsedRow row) {
      acceptedCount++;
      dates.add(row.epochDay());
    }

    @Override
    public void reject(List<Problem> rowProblems) {
      rejectedCount++;
      for (Problem problem : rowProblems) {
        problems.merge(
            new Kind(problem.column(), problem.reason()),
            new ProblemCount(problem.column(), problem.reason().name(), 1, problem.text()),
            (first, second) ->
                new ProblemCount(
                    first.column(), first.reason(), first.count() + 1, first.example()));
      }
    }

    private List<ProblemCount> commonestFirst() {
      return problems.values().stream()
          .sorted(Comparator.comparingLong(ProblemCount::count).reversed())
          .toList();
    }

    CheckResult result(SourceFormat format) {
      return new CheckResult(
          fileName,
          format.feed().dataset(),
          format.name(),
          readCount,
          acceptedCount,
          rejectedCount,
          leftOutCount,
          dates.first(),
          dates.last(),
          unusedColumns,
          commonestFirst(),
          refusal);
    }
  }
}
