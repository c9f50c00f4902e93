package dev.hindsight.reports;

/** A seller whose report is worth a look, and why. */
public record PreviewSuggestion(String sellerId, String sellerName, String why) {}
