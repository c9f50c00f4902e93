package dev.hindsight.datasets;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
  private static final JavaClasses DATASETS =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("dev.hindsight.datasets");

  @Test
  void contractsKnowNoEngineAndNoFramework() {
    classes()
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage("dev.hindsight.datasets..", "java..", "org.jspecify..")
        .check(DATASETS);
  }

  @Test
  void packagesAreFreeOfCycles() {
    slices().matching("dev.hindsight.datasets.(*)..").should().beFreeOfCycles().check(DATASETS);
  }
}
