package dev.heddle;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.Map.entry;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.Architectures.LayeredArchitecture;
import com.tngtech.archunit.library.Architectures.LayeredArchitecture.LayerDependencySpecification;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.NullMarked;

/**
 * The dependency rules of the harness.
 *
 * @param root the package that holds {@code plan}, {@code task}, {@code model} and the rest
 */
record ArchitectureRules(String root) {

  private static final String SCOPE = "java.util.concurrent.StructuredTaskScope";

  /** What each package may depend on. */
  static final Map<String, List<String>> KNOWS =
      Map.ofEntries(
          entry("load", List.of("model", "http", "plan", "task", "measure", "os", "histogram")),
          entry("capability", List.of("model", "idiom", "http", "plan")),
          entry("model", List.of("http", "plan", "task", "scope")),
          entry("idiom", List.of("http", "plan", "task", "scope")),
          entry("http", List.of("plan", "task")),
          entry("plan", List.of("task")),
          entry("task", List.of()),
          entry("scope", List.of()),
          entry("measure", List.of()),
          entry("stub", List.of("os", "histogram")),
          entry("os", List.of()),
          entry("histogram", List.of()));

  /** No package depends on itself by way of others. */
  ArchRule packagesAreAcyclic() {
    return slices().matching(root + ".(*)..").should().beFreeOfCycles().allowEmptyShould(true);
  }

  /** Each package knows only those that {@link #KNOWS} names, and there is no other package. */
  ArchRule arrowsRunOneWay() {
    LayeredArchitecture layers =
        layeredArchitecture()
            .consideringOnlyDependenciesInAnyPackage(root + "..")
            .withOptionalLayers(true);
    for (String layer : KNOWS.keySet()) {
      layers = layers.layer(layer).definedBy(in(layer));
    }
    for (Map.Entry<String, List<String>> entry : KNOWS.entrySet()) {
      String[] known = entry.getValue().toArray(String[]::new);
      LayerDependencySpecification layer = layers.whereLayer(entry.getKey());
      layers = known.length == 0 ? layer.mayNotAccessAnyLayer() : layer.mayOnlyAccessLayers(known);
    }
    return layers.ensureAllClassesAreContainedInArchitecture().allowEmptyShould(true);
  }

  /**
   * The stub is another process to everybody, so that what it costs is never counted as the
   * client's.
   */
  ArchRule stubIsReachedOnlyOverItsSocket() {
    return noClasses()
        .that()
        .resideOutsideOfPackage(in("stub"))
        .should()
        .dependOnClassesThat(stubInternals())
        .allowEmptyShould(true);
  }

  /** Netty stays where exchanges are carried and event loops run. */
  ArchRule nettyStaysInItsPackages() {
    return noClasses()
        .that()
        .resideOutsideOfPackages(in("model"), in("idiom"), in("http"), in("stub"))
        .should()
        .dependOnClassesThat()
        .resideInAPackage("io.netty..")
        .allowEmptyShould(true);
  }

  /** The scope is a preview API that JDK 26 and 27 change: one file to change with it. */
  ArchRule oneFileTouchesStructuredTaskScope() {
    return classes().should(touchScopeInOneFileAtMost()).allowEmptyShould(true);
  }

  /** NullAway checks marked packages only. */
  ArchRule packagesAreNullMarked() {
    return classes()
        .should(
            new ArchCondition<>("be in a @NullMarked package") {
              @Override
              public void check(JavaClass type, ConditionEvents events) {
                boolean marked = type.getPackage().isAnnotatedWith(NullMarked.class);
                events.add(
                    new SimpleConditionEvent(
                        type, marked, type.getName() + " is in an unmarked package"));
              }
            })
        .allowEmptyShould(true);
  }

  private String in(String name) {
    return root + "." + name + "..";
  }

  private DescribedPredicate<JavaClass> stubInternals() {
    return JavaClass.Predicates.resideInAPackage(in("stub"))
        .and(
            DescribedPredicate.describe(
                "are not StubProcess", type -> !file(type).equals(root + ".stub.StubProcess")));
  }

  private static ArchCondition<JavaClass> touchScopeInOneFileAtMost() {
    return new ArchCondition<>("touch StructuredTaskScope in one file at most") {
      private final Set<String> files = new TreeSet<>();

      @Override
      public void check(JavaClass type, ConditionEvents events) {
        if (type.getDirectDependenciesFromSelf().stream()
            .anyMatch(dependency -> file(dependency.getTargetClass()).equals(SCOPE))) {
          files.add(file(type));
        }
      }

      @Override
      public void finish(ConditionEvents events) {
        events.add(new SimpleConditionEvent(files, files.size() <= 1, "It is touched by " + files));
      }
    };
  }

  /** The top-level class that holds {@code type}: nested classes share its file. */
  private static String file(JavaClass type) {
    return type.getEnclosingClass().map(ArchitectureRules::file).orElseGet(type::getName);
  }
}
