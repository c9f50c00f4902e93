package dev.hindsight.ingest.rows;

/** Where a row starts: the file, and its physical line, counted from 1. */
public record SourceLocation(String fileName, long line) {}
