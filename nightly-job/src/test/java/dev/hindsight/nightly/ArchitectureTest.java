package dev.hindsight.nightly;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("dev.hindsight.nightly");

  @Test
  void sparkRunsInAnotherProcessOnly() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.apache.spark..", "dev.hindsight.analytics..")
        .check(CLASSES);
  }

  @Test
  void onlyTheNightAndItsJobRepositoryKnowSpring() {
    noClasses()
        .that(not(resideInAnyPackage("dev.hindsight.nightly.night", "dev.hindsight.nightly.jobs")))
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.springframework..")
        .check(CLASSES);
  }

  @Test
  void onlyTheCommandLineKnowsPicocli() {
    noClasses()
        .that(not(resideInAPackage("dev.hindsight.nightly.cli")))
        .should()
        .dependOnClassesThat()
        .resideInAPackage("picocli..")
        .check(CLASSES);
  }

  @Test
  void onlyTheCommandLineStartsTheClock() {
    noClasses()
        .that(not(resideInAPackage("dev.hindsight.nightly.cli")))
        .should()
        .callMethod(InstantSource.class, "system")
        .check(CLASSES);
  }

  @Test
  void onlyTheRunAndTheStatusAskForTheTimeOfDay() {
    noClasses()
        .that()
        .haveSimpleNameNotContaining("RecordedRun")
        .and()
        .haveSimpleNameNotContaining("StatusCommand")
        .should()
        .callMethod(Instant.class, "now")
        .orShould()
        .callMethod(LocalDate.class, "now")
        .orShould()
        .callMethod(LocalDateTime.class, "now")
        .orShould()
        .callMethod(Clock.class, "systemUTC")
        .orShould()
        .callMethod(Clock.class, "systemDefaultZone")
        .check(CLASSES);
  }

  @Test
  void packagesDoNotDependOnEachOtherInCircles() {
    slices().matching("dev.hindsight.nightly.(*)..").should().beFreeOfCycles().check(CLASSES);
  }
}
