package dev.hindsight.reports.delivery;

import dev.hindsight.reports.due.Decision;
import dev.hindsight.reports.due.SellerNews;

/** What tonight's report of a seller tells, and whether it is sent. */
public record PlannedReport(SellerNews news, Decision decision) {}
