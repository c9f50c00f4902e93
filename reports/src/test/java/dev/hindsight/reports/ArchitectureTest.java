package dev.hindsight.reports;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("dev.hindsight.reports");

  @Test
  void featuresDoNotKnowSpring() {
    noClasses()
        .that()
        .resideInAnyPackage(
            "..wording..",
            "..rendering..",
            "..message..",
            "..outbox..",
            "..mart..",
            "..listing..",
            "..overview..",
            "..due..",
            "..silence..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.springframework..")
        .check(CLASSES);
  }

  @Test
  void wordingKnowsNeitherTemplatesNorMail() {
    noClasses()
        .that()
        .resideInAPackage("..wording..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("gg.jte..", "jakarta.mail..", "com.jerolba..")
        .check(CLASSES);
  }

  @Test
  void packagesHaveNoCycles() {
    slices()
        .matching("dev.hindsight.reports.(*)..")
        .should()
        .beFreeOfCycles()
        .ignoreDependency(resideInAPackage("..rendering.."), resideInAPackage("..templates.."))
        .check(CLASSES);
  }

  @Test
  void nothingAsksTheClock() {
    noClasses()
        .should()
        .callMethod(Instant.class, "now")
        .orShould()
        .callMethod(LocalDate.class, "now")
        .orShould()
        .callMethod(LocalDateTime.class, "now")
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .orShould()
        .dependOnClassesThat()
        .areAssignableTo(Clock.class)
        .check(CLASSES);
  }
}
