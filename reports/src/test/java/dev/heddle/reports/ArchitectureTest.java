package dev.heddle.reports;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Reports know result files, not what wrote them. */
@AnalyzeClasses(packages = "dev.heddle.reports", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule PACKAGES_ARE_ACYCLIC =
      slices()
          .matching("dev.heddle.reports.(*)..")
          .should()
          .beFreeOfCycles()
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule THE_RESULT_FILE_IS_THE_CONTRACT =
      noClasses()
          .should()
          .dependOnClassesThat(
              resideInAPackage("dev.heddle..").and(resideOutsideOfPackage("dev.heddle.reports..")));
}
