package dev.heddle;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The rules find what they exist to find: violations planted below {@code dev.heddle.planted}. */
class ArchitectureRulesTest {

  private static final String ROOT = "dev.heddle.planted";
  private static final ArchitectureRules RULES = new ArchitectureRules(ROOT);
  private static final JavaClasses PLANTED = new ClassFileImporter().importPackages(ROOT);

  @Test
  void aCycleBetweenPackagesIsFound() {
    assertThat(violations(RULES.packagesAreAcyclic()))
        .singleElement()
        .asString()
        .contains("Cycle detected");
  }

  @Test
  void anArrowThatRunsBackwardsIsFoundAndOneThatRunsForwardsIsNot() {
    assertThat(violations(RULES.arrowsRunOneWay()))
        .anyMatch(
            violation ->
                violation.contains("KnowsPlan.upwards") || violation.contains("KnowsPlan.<init>"))
        .noneMatch(violation -> violation.contains("KnowsTask.<init>"));
  }

  @Test
  void useOfTheStubInsideItsClientIsFoundAndOfItsProcessIsNot() {
    assertThat(violations(RULES.stubIsReachedOnlyOverItsSocket()))
        .isNotEmpty()
        .allMatch(violation -> violation.contains("stub.Routes"));
  }

  @Test
  void nettyOutsideItsPackagesIsFound() {
    assertThat(violations(RULES.nettyStaysInItsPackages()))
        .isNotEmpty()
        .allMatch(violation -> violation.contains("KnowsNetty"));
  }

  @Test
  void aSecondFileThatTouchesStructuredTaskScopeIsFound() {
    assertThat(violations(RULES.oneFileTouchesStructuredTaskScope()))
        .containsExactly(
            "It is touched by [%1$s.model.AnotherScope, %1$s.model.OneScope]".formatted(ROOT));
  }

  @Test
  void aPackageThatNullAwayDoesNotCheckIsFound() {
    assertThat(violations(RULES.packagesAreNullMarked()))
        .anyMatch(violation -> violation.contains("KnowsNetty"));
  }

  private static List<String> violations(ArchRule rule) {
    return rule.evaluate(PLANTED).getFailureReport().getDetails();
  }
}
