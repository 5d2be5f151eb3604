package dev.heddle;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Holds the harness to {@link ArchitectureRules}. */
@AnalyzeClasses(packages = "dev.heddle", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

  private static final ArchitectureRules RULES = new ArchitectureRules("dev.heddle");

  @ArchTest static final ArchRule PACKAGES_ARE_ACYCLIC = RULES.packagesAreAcyclic();
  @ArchTest static final ArchRule ARROWS_RUN_ONE_WAY = RULES.arrowsRunOneWay();

  @ArchTest
  static final ArchRule STUB_IS_REACHED_ONLY_OVER_ITS_SOCKET =
      RULES.stubIsReachedOnlyOverItsSocket();

  @ArchTest static final ArchRule NETTY_STAYS_IN_ITS_PACKAGES = RULES.nettyStaysInItsPackages();

  @ArchTest
  static final ArchRule ONE_FILE_TOUCHES_STRUCTURED_TASK_SCOPE =
      RULES.oneFileTouchesStructuredTaskScope();

  @ArchTest static final ArchRule PACKAGES_ARE_NULL_MARKED = RULES.packagesAreNullMarked();
}
