package dev.heddle.model.random;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.model.random.Script.*;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The random scripts are worth running, and shrink well. */
class ScriptsTest {

  private static final int TRIALS = 500;

  private static final List<Trial> ALL = draw(new Random(1));

  private static List<Trial> draw(Random random) {
    return Stream.generate(() -> Scripts.trial(random)).limit(TRIALS).toList();
  }

  @Test
  void everyKindOfNodeOccurs() {
    Set<Class<?>> kinds = new HashSet<>();
    ALL.forEach(trial -> Parts.any(trial.script(), part -> collect(part, kinds)));
    assertThat(kinds).containsAll(Arrays.asList(Script.class.getPermittedSubclasses()));
  }

  /** Says no, so that the search goes through all parts. */
  private static boolean collect(Script part, Set<Class<?>> kinds) {
    kinds.add(part.getClass());
    return false;
  }

  @Test
  void mostScriptsAllowOneEndingOnlyAndSomeAllowMore() {
    long single = ALL.stream().filter(trial -> trial.allowed().endings().size() == 1).count();
    assertThat(single).isBetween(TRIALS / 2L, TRIALS * 19L / 20);
  }

  @Test
  void everyKindOfEndingIsTheOnlyOneAllowedOfSomeScript() {
    assertThat(mustEnd(Ending::isValue)).isTrue();
    assertThat(mustEnd(Ending.CANCELLED::equals)).isTrue();
    assertThat(mustEnd(Ending.failed(Ending.Failure.Known.TIMED_OUT)::equals)).isTrue();
    assertThat(mustEnd(ending -> failure(ending) instanceof Ending.Failure.Planted)).isTrue();
    assertThat(mustEnd(ending -> failure(ending) instanceof Ending.Failure.Grouped)).isTrue();
  }

  private boolean mustEnd(Predicate<Ending> kind) {
    return ALL.stream()
        .map(trial -> trial.allowed().endings())
        .anyMatch(endings -> endings.size() == 1 && endings.stream().allMatch(kind));
  }

  private static Object failure(Ending ending) {
    return ending instanceof Ending.Failed(Ending.Failure failure) ? failure : "none";
  }

  @Test
  void everythingNamedIsInSight() {
    assertThat(ALL).allMatch(trial -> Linker.isClosed(trial.script()));
    assertThat(Linker.isClosed(new Await(1))).isFalse();
    assertThat(Linker.link(new Await(1))).isEqualTo(new NoOp());
  }

  @Test
  void whatIsSmallerIsSmaller() {
    for (Trial trial : ALL) {
      assertThat(Smaller.than(trial.script()).mapToInt(Parts::weight))
          .allMatch(weight -> weight < Parts.weight(trial.script()));
    }
  }

  @Test
  void aScriptShrinksToWhatMattersInIt() {
    Predicate<Script> fails =
        script -> Parts.any(script, part -> part instanceof Race) && Linker.isClosed(script);
    Script script =
        ALL.stream()
            .map(Trial::script)
            .filter(fails)
            .filter(candidate -> Parts.weight(candidate) > 20)
            .findFirst()
            .orElseThrow();
    Optional<Script> smaller = Optional.of(script);
    while (smaller.isPresent()) {
      script = smaller.orElseThrow();
      smaller = Smaller.than(script).filter(fails).findFirst();
    }
    assertThat(script).isEqualTo(new Race(List.of(new NoOp())));
  }
}
