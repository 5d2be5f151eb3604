package dev.heddle.benchmarks;

import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameStartingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** What the benchmarks may depend on: models by their interface, never what a model is made of. */
@AnalyzeClasses(packages = "dev.heddle.benchmarks", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule PACKAGES_ARE_ACYCLIC =
      slices()
          .matching("dev.heddle.benchmarks.(*)..")
          .should()
          .beFreeOfCycles()
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule NETTY_STAYS_IN_THE_HARNESS =
      noClasses().should().dependOnClassesThat().resideInAPackage("io.netty..");

  @ArchTest
  static final ArchRule STRUCTURED_TASK_SCOPE_STAYS_IN_THE_HARNESS =
      noClasses()
          .should()
          .dependOnClassesThat(nameStartingWith("java.util.concurrent.StructuredTaskScope"));

  @ArchTest
  static final ArchRule THE_RESULT_FILE_IS_THE_CONTRACT_WITH_REPORTS =
      noClasses().should().dependOnClassesThat().resideInAPackage("dev.heddle.reports..");
}
