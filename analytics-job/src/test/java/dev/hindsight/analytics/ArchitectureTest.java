package dev.hindsight.analytics;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.hindsight.analytics.statistics.IntervalColumns;
import dev.hindsight.analytics.statistics.TestColumns;
import dev.hindsight.analytics.statistics.WaitColumns;
import java.time.Instant;
import java.time.LocalDate;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("dev.hindsight.analytics");

  @Test
  void analyticsDoesNotKnowSpring() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.springframework..")
        .check(CLASSES);
  }

  @Test
  void onlyTheDatasetsNameColumnsByLooseStrings() {
    noClasses()
        .that()
        .resideOutsideOfPackage("dev.hindsight.analytics.dataset")
        .should()
        .callMethod(functions.class, "col", String.class)
        .orShould()
        .callMethod(functions.class, "column", String.class)
        .orShould()
        .callMethod(org.apache.spark.sql.Dataset.class, "col", String.class)
        .check(CLASSES);
  }

  @Test
  void statisticsArePlainJavaExceptForTheirColumns() {
    noClasses()
        .that()
        .resideInAPackage("dev.hindsight.analytics.statistics")
        .and()
        .doNotBelongToAnyOf(IntervalColumns.class, TestColumns.class, WaitColumns.class)
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.apache.spark..")
        .check(CLASSES);
  }

  @Test
  void onlyTheApplicationAsksForTheTimeOfDay() {
    noClasses()
        .that()
        .areNotAssignableTo(VersionBuild.class)
        .and()
        .areNotAssignableTo(AnalyzeApplication.class)
        .should()
        .callMethod(Instant.class, "now")
        .orShould()
        .callMethod(LocalDate.class, "now")
        .orShould()
        .callMethod(functions.class, "now")
        .orShould()
        .callMethod(functions.class, "current_date")
        .orShould()
        .callMethod(functions.class, "current_timestamp")
        .check(CLASSES);
  }

  @Test
  void transformationsHoldNoSession() {
    noClasses()
        .that()
        .resideOutsideOfPackages(
            "dev.hindsight.analytics",
            "dev.hindsight.analytics.dataset",
            "dev.hindsight.analytics.playbook",
            "dev.hindsight.analytics.taxonomy",
            "dev.hindsight.analytics.versions")
        .should()
        .dependOnClassesThat(type(org.apache.spark.sql.SparkSession.class))
        .check(CLASSES);
  }

  @Test
  void packagesDoNotDependOnEachOtherInCircles() {
    slices().matching("dev.hindsight.analytics.(*)..").should().beFreeOfCycles().check(CLASSES);
  }
}
