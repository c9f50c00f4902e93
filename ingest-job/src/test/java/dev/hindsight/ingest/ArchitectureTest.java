package dev.hindsight.ingest;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("dev.hindsight.ingest");

  @Test
  void ingestDoesNotKnowSpark() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.apache.spark..")
        .check(CLASSES);
  }

  @Test
  void readingPlanningAndLandingDoNotKnowSpring() {
    noClasses()
        .that()
        .resideInAnyPackage(
            "..csv..",
            "..feeds..",
            "..names..",
            "..rows..",
            "..profiles..",
            "..landing..",
            "..manifests..",
            "..parquet..",
            "..batches..")
        .or()
        .haveSimpleNameEndingWith("RowParser")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.springframework..")
        .check(CLASSES);
  }

  @Test
  void onlyPackageParquetKnowsParquet() {
    classes()
        .that()
        .resideOutsideOfPackage("..ingest.parquet..")
        .should()
        .onlyDependOnClassesThat()
        .resideOutsideOfPackages("org.apache.parquet..", "com.jerolba..")
        .check(CLASSES);
  }

  @Test
  void packagesDoNotDependOnEachOtherInCircles() {
    slices().matching("dev.hindsight.ingest.(*)..").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void rowsDoNotAskForTheTimeOfDay() {
    noClasses()
        .should()
        .callMethod(Instant.class, "now")
        .orShould()
        .callMethod(LocalDate.class, "now")
        .check(CLASSES);
  }
}
