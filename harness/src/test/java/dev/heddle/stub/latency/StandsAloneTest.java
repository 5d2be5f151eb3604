package dev.heddle.stub.latency;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class StandsAloneTest {

  private static final String HERE = "dev.heddle.stub.latency";

  @Test
  void thePackageKnowsNeitherNettyNorAnythingElseOfHeddle() {
    noClasses()
        .should()
        .dependOnClassesThat(
            resideInAPackage("io.netty..")
                .or(resideInAPackage("dev.heddle..").and(resideOutsideOfPackage(HERE))))
        .check(
            new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages(HERE));
  }
}
