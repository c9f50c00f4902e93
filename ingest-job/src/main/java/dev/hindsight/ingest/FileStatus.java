package dev.hindsight.ingest;

/** What became of a file in the landing folder. */
public enum FileStatus {
  /** Its rows are in the lake now. */
  LANDED,
  /** It had landed before, as it is. */
  ALREADY_LANDED,
  /** Its content is, or lands, under another name. */
  SAME_CONTENT,
  /** A later run takes it. */
  LEFT_FOR_LATER,
  /** It cannot be taken, and nothing of it is in the lake. */
  REFUSED,
  /** Its name is not one of a file to be landed. */
  NOT_A_FEED
}
