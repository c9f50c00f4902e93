package dev.hindsight.analytics.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hindsight.analytics.SparkTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.permission.FsPermission;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@SparkTest
class QuietLocalFileSystemTest {
  private final FileSystem files;

  QuietLocalFileSystemTest(SparkSession spark) throws IOException {
    files = FileSystem.getLocal(spark.sparkContext().hadoopConfiguration());
  }

  @Test
  void isWhatSparkWritesBy() {
    assertThat(files).isInstanceOf(QuietLocalFileSystem.class);
  }

  @ParameterizedTest
  @CsvSource({"0644, rw-r--r--", "0750, rwxr-x---", "0000, ---------", "0777, rwxrwxrwx"})
  void permissionsAreAsTold(String octal, String letters, @TempDir Path folder) throws IOException {
    Path file = Files.createFile(folder.resolve("a file"));

    files.setPermission(
        new org.apache.hadoop.fs.Path(file.toUri()), new FsPermission(Short.parseShort(octal, 8)));

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo(letters);
  }
}
