package dev.hindsight.nightly.cli;

import dev.hindsight.datasets.lake.LakeHeldException;
import dev.hindsight.ingest.Remedy;
import dev.hindsight.ingest.landing.UnusableFolderException;
import dev.hindsight.ingest.profiles.ProfileException;
import dev.hindsight.nightly.gates.GateStoppedException;
import dev.hindsight.nightly.jobs.UnusableRepositoryException;
import dev.hindsight.nightly.night.NightException;
import dev.hindsight.nightly.settings.SettingsException;
import dev.hindsight.nightly.spark.UnusableSparkException;
import dev.hindsight.nightly.sql.SqlFailedException;
import dev.hindsight.reports.MissingMessageException;
import dev.hindsight.reports.UnknownSellerException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * What a failure means for the exit code, and what an operator is told of it: one line, no stack
 * trace.
 */
final class Failures {
  private static final List<Class<? extends Throwable>> OPERATORS_TO_MEND =
      List.of(
          UsageException.class,
          SettingsException.class,
          NightException.class,
          UnusableRepositoryException.class,
          UnusableFolderException.class,
          ProfileException.class,
          UnknownSellerException.class,
          MissingMessageException.class,
          SqlFailedException.class,
          UnusableSparkException.class,
          AccessDeniedException.class,
          FileAlreadyExistsException.class);

  private Failures() {}

  static ExitCode exitCode(Throwable failure) {
    if (causes(failure).anyMatch(LakeHeldException.class::isInstance)) {
      return ExitCode.HELD;
    }
    if (failure instanceof GateStoppedException) {
      return ExitCode.STOPPED;
    }
    return OPERATORS_TO_MEND.stream().anyMatch(type -> type.isInstance(failure))
        ? ExitCode.USAGE
        : ExitCode.FAILED;
  }

  static String message(Throwable failure) {
    if (failure instanceof AccessDeniedException denied) {
      return "%s cannot be written; check its permissions, or name another folder"
          .formatted(denied.getFile());
    }
    if (failure instanceof FileAlreadyExistsException inTheWay) {
      return "%s is there and is no folder; move it away, or name another"
          .formatted(inTheWay.getFile());
    }
    if (failure instanceof FileSystemException broken) {
      return "%s: %s"
          .formatted(
              broken.getFile(), Objects.requireNonNullElse(broken.getReason(), kind(broken)));
    }
    if (failure instanceof Error error) {
      return Remedy.of(error);
    }
    String message = failure.getMessage();
    return message == null || message.isBlank() ? kind(failure) : message;
  }

  private static String kind(Throwable failure) {
    return failure.getClass().getSimpleName();
  }

  private static Stream<Throwable> causes(Throwable failure) {
    return Stream.iterate(failure, Objects::nonNull, Throwable::getCause);
  }
}
