package dev.hindsight.reports;

import dev.hindsight.datasets.lake.Lake;
import dev.hindsight.datasets.lake.VersionName;
import dev.hindsight.datasets.marts.SellerReport;
import dev.hindsight.reports.mart.MartRows;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.item.ItemStreamException;
import org.springframework.batch.infrastructure.item.ItemStreamReader;

/**
 * Reads the rows of a version's {@code seller_reports}. A restart begins with the first row, since
 * the outbox begins empty too; not thread-safe.
 */
final class SellerReportReader implements ItemStreamReader<SellerReport> {
  private final Lake lake;
  private final VersionName version;
  private @Nullable MartRows<SellerReport> rows;

  SellerReportReader(Lake lake, VersionName version) {
    this.lake = lake;
    this.version = version;
  }

  @Override
  public void open(ExecutionContext context) {
    try {
      rows = MartRows.open(lake, version, SellerReport.CONTRACT, SellerReport.class);
    } catch (IOException e) {
      throw new ItemStreamException("Mart seller_reports cannot be opened", e);
    }
  }

  @Override
  public @Nullable SellerReport read() {
    return rows != null && rows.hasNext() ? rows.next() : null;
  }

  @Override
  public void close() {
    MartRows<SellerReport> open = rows;
    rows = null;
    if (open == null) {
      return;
    }
    try {
      open.close();
    } catch (IOException e) {
      throw new ItemStreamException("Mart seller_reports cannot be closed", e);
    }
  }
}
