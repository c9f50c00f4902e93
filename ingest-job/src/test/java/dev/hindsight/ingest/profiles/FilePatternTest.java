package dev.hindsight.ingest.profiles;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FilePatternTest {

  @ParameterizedTest
  @CsvSource({
    "report_*.csv, report_2024.csv",
    "report_*.csv, REPORT_2024.CSV",
    "Report_*.CSV, report_2024.csv",
    "report_*.csv, report_2024.csv.gz",
    "report_*.csv, report_2024.csv.zip",
    "report_*.csv, report_2024.zip",
    "'returns*.{tsv,txt}', returns.txt",
    "ddr-*, DDR-20240331.01.008.CSV.GZ",
    "report_202[34].csv, report_2023.csv",
  })
  void namesMatch(String glob, String fileName) {
    assertThat(FilePattern.of(glob).matches(fileName)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "report_*.csv, report_2024.txt",
    "report_*.csv, my_report_2024.csv",
    "report_*.csv, report_2024.csv.bak",
    "report_*.csv, report_2024.gz",
    "report_?.csv, report_10.csv",
  })
  void otherNamesDoNot(String glob, String fileName) {
    assertThat(FilePattern.of(glob).matches(fileName)).isFalse();
  }
}
