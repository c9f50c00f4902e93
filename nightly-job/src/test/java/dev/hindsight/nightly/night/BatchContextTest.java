package dev.hindsight.nightly.night;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.hindsight.datasets.lake.Lake;
import dev.hindsight.nightly.jobs.JobDatabase;
import dev.hindsight.nightly.jobs.JobRepositoryException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BatchContextTest {
  @Test
  void aDamagedRepositoryIsSaidInOneLineWithItsCure(@TempDir Path folder) throws IOException {
    Lake lake = new Lake(folder.resolve("lake"));
    Files.createDirectories(lake.jobs());
    Files.writeString(lake.jobs().resolve("hindsight.mv.db"), "not a database");

    assertThatExceptionOfType(JobRepositoryException.class)
        .isThrownBy(() -> BatchContext.open(JobDatabase.beside(lake), "a test"))
        .satisfies(
            failure ->
                assertThat(failure.getMessage())
                    .startsWith("The job repository in " + lake.jobs() + " cannot be opened (")
                    .endsWith("it holds history only: move it away, and run again")
                    .doesNotContain("\n"));
  }
}
