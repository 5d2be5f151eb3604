package dev.heddle.idiom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heddle.model.Model;
import dev.heddle.task.Outcome;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What each hand-written form promises, on every model that has it. */
class ByHandTest {

  /** Models whose jobs block a thread that an interrupt reaches. */
  private static final String THREADS = "PLATFORM_THREADS|VIRTUAL_THREADS|STRUCTURED_SCOPE";

  private final Held a = new Held();
  private final Held b = new Held();
  private final Held c = new Held();
  private final Exception boom = new Exception("boom");

  @ParameterizedTest
  @EnumSource(Model.class)
  void gatherReturnsValuesInArgumentOrderWhateverOrderTheyComeIn(Model model) throws Exception {
    try (HeldByHand<?> hand = HeldByHand.open(model)) {
      Background<List<Object>> gather = Background.run(() -> hand.gather(List.of(a, b, c)));
      endAll(c, b, a);

      assertThat(gather.result()).containsExactly("a", "b", "c");
    }
  }

  @ParameterizedTest
  @EnumSource(Model.class)
  void gatherOfNothingReturnsNothing(Model model) throws Exception {
    try (HeldByHand<?> hand = HeldByHand.open(model)) {
      assertThat(hand.gather(List.of())).isEmpty();
      assertThat(hand.outcomes(List.of())).isEmpty();
      assertThat(hand.group(List.of())).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(Model.class)
  void gatherThrowsTheFailureOfAChild(Model model) throws Exception {
    try (HeldByHand<?> hand = HeldByHand.open(model)) {
      Background<List<Object>> gather = Background.run(() -> hand.gather(List.of(a, b)));
      a.awaitStarted();
      b.awaitStarted();
      a.succeed("a");
      b.fail(boom);

      assertThat(gather.failure()).isSameAs(boom);
    }
  }

  @ParameterizedTest
  @EnumSource(Model.class)
  void outcomesTellHowEachChildEnded(Model model) throws Exception {
    try (HeldByHand<?> hand = HeldByHand.open(model)) {
      Background<List<Outcome<Object>>> outcomes =
          Background.run(() -> hand.outcomes(List.of(a, b)));
      a.awaitStarted();
      b.awaitStarted();
      a.fail(boom);
      b.succeed("b");

      assertThat(outcomes.result())
          .containsExactly(new Outcome.Failure<>(boom), new Outcome.Success<>("b"));
    }
  }

  @ParameterizedTest
  @EnumSource(value = Model.class, names = "STRUCTURED_SCOPE", mode = EnumSource.Mode.EXCLUDE)
  void firstCompletedReturnsAtTheFirstEndAndTheOthersRunOn(Model model) throws Exception {
    try (HeldByHand<?> hand = HeldByHand.open(model)) {
      Background<Outcome<Object>> first = Background.run(() -> hand.firstCompleted(List.of(a, b)));
      a.awaitStarted();
      b.awaitStarted();
      b.fail(boom);

      assertThat(first.result()).isEqualTo(new Outcome.Failure<>(boom));

      a.succeed("a");
      a.awaitEnded();
      assertThat(a.wasCancelled()).isFalse();
    }
  }

  @Test
  void nobodyWaitsForTheFirstOfAScopeAndLeavesTheOthers() {
    try (HeldByHand<?> hand = HeldByHand.open(Model.STRUCTURED_SCOPE)) {
      assertThatThrownBy(() -> hand.firstCompleted(List.of(a, b)))
          .isInstanceOf(UnsupportedOperationException.class);
      assertThat(a.hasStarted()).isFalse();
    }
  }

  @ParameterizedTest
  @EnumSource(Model.class)
  void asCompletedGivesOutcomesInTheOrderOfTheirEnds(Model model) throws Exception {
    try (HeldByHand<?> hand = HeldByHand.open(model)) {
      BlockingQueue<Outcome<Object>> seen = new LinkedBlockingQueue<>();
      Background<Boolean> pattern =
          Background.run(
              () -> {
                hand.asCompleted(List.of(a, b, c), seen::add);
                return true;
              });

      c.succeed("c");
      assertThat(next(seen)).isEqualTo(new Outcome.Success<>("c"));
      a.fail(boom);
      assertThat(next(seen)).isEqualTo(new Outcome.Failure<>(boom));
      b.succeed("b");
      assertThat(next(seen)).isEqualTo(new Outcome.Success<>("b"));
      assertThat(pattern.result()).isTrue();
    }
  }

  @ParameterizedTest
  @EnumSource(Model.class)
  void groupReturnsValuesInArgumentOrder(Model model) throws Exception {
    try (HeldByHand<?> hand = HeldByHand.open(model)) {
      Background<List<Object>> group = Background.run(() -> hand.group(List.of(a, b, c)));
      endAll(b, c, a);

      assertThat(group.result()).containsExactly("a", "b", "c");
    }
  }

  @ParameterizedTest
  @EnumSource(Model.class)
  void theFirstFailureCancelsTheOthersOfAGroup(Model model) throws Exception {
    try (HeldByHand<?> hand = HeldByHand.open(model)) {
      Background<List<Object>> group = Background.run(() -> hand.group(List.of(a, b, c)));
      awaitStarted(a, b, c);
      b.fail(boom);

      assertThat(group.failure()).isSameAs(boom);
      a.awaitCancelled();
      c.awaitCancelled();
    }
  }

  @ParameterizedTest
  @EnumSource(value = Model.class, names = THREADS, mode = EnumSource.Mode.MATCH_ANY)
  void aGroupOfThreadsWaitsForTheCleanUpOfWhatItCancels(Model model) throws Exception {
    Held cleaning = Held.withCleanUp();
    try (HeldByHand<?> hand = HeldByHand.open(model)) {
      Background<List<Object>> group = Background.run(() -> hand.group(List.of(cleaning, b)));
      awaitStarted(cleaning, b);
      b.fail(boom);
      cleaning.awaitCancelled();

      group.assertStays();
      cleaning.letCleanUpEnd();
      assertThat(group.failure()).isSameAs(boom);
      assertThat(cleaning.hasEnded()).isTrue();
    }
  }

  @ParameterizedTest
  @EnumSource(value = Model.class, names = THREADS, mode = EnumSource.Mode.MATCH_ANY)
  void anInterruptOfTheCallerCancelsAGroupOfThreads(Model model) throws Exception {
    try (HeldByHand<?> hand = HeldByHand.open(model)) {
      Background<List<Object>> group = Background.run(() -> hand.group(List.of(a, b)));
      awaitStarted(a, b);
      group.interrupt();

      assertThat(group.failure()).isInstanceOf(InterruptedException.class);
      assertThat(a.wasCancelled()).isTrue();
      assertThat(b.wasCancelled()).isTrue();
    }
  }

  @ParameterizedTest
  @EnumSource(Model.class)
  void withinReturnsTheValueOrThrowsTheFailure(Model model) throws Exception {
    a.succeed("a");
    b.fail(boom);
    try (HeldByHand<?> hand = HeldByHand.open(model)) {
      assertThat(hand.within(a, Duration.ofHours(1))).isEqualTo("a");
      assertThat(Background.run(() -> hand.within(b, Duration.ofHours(1))).failure())
          .isSameAs(boom);
    }
  }

  @ParameterizedTest
  @EnumSource(Model.class)
  void withinCancelsTheWorkAtTheLimit(Model model) throws Exception {
    try (HeldByHand<?> hand = HeldByHand.open(model)) {
      Throwable thrown = Background.run(() -> hand.within(a, Duration.ofMillis(50))).failure();

      assertThat(thrown.getClass().getSimpleName()).isEqualTo("TimeoutException");
      if (a.hasStarted()) { // A thread may come too late to start at all.
        a.awaitCancelled();
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Model.class)
  void boundedRunsAsManyAtOnceAsAllowedAndReturnsValuesInArgumentOrder(Model model)
      throws Exception {
    BlockingQueue<Held> arrivals = new LinkedBlockingQueue<>();
    List<Held> jobs = Stream.generate(() -> Held.announcing(arrivals)).limit(5).toList();
    try (HeldByHand<?> hand = HeldByHand.open(model)) {
      Background<List<Object>> bounded = Background.run(() -> hand.bounded(jobs, 2));
      Deque<Held> running = new ArrayDeque<>(List.of(next(arrivals), next(arrivals)));
      for (int waiting = 3; waiting > 0; waiting--) {
        assertThat(arrivals.poll(50, TimeUnit.MILLISECONDS)).as("a third at once").isNull();
        Held first = running.removeFirst();
        first.succeed(jobs.indexOf(first));
        running.addLast(next(arrivals));
      }
      running.forEach(last -> last.succeed(jobs.indexOf(last)));

      assertThat(bounded.result())
          .containsExactlyElementsOf(IntStream.range(0, 5).boxed().toList());
    }
  }

  @ParameterizedTest
  @EnumSource(Model.class)
  void boundedThrowsTheFailureOfAChild(Model model) throws Exception {
    a.succeed("a");
    b.fail(boom);
    c.succeed("c");
    try (HeldByHand<?> hand = HeldByHand.open(model)) {
      assertThat(Background.run(() -> hand.bounded(List.of(a, b, c), 1)).failure()).isSameAs(boom);
    }
  }

  @ParameterizedTest
  @EnumSource(Model.class)
  void theFirstSuccessWinsARaceAndTheOthersAreCancelled(Model model) throws Exception {
    try (HeldByHand<?> hand = HeldByHand.open(model)) {
      Background<Object> race = Background.run(() -> hand.race(List.of(a, b, c)));
      awaitStarted(a, b, c);
      a.fail(boom);
      a.awaitEnded();
      b.succeed("b");

      assertThat(race.result()).isEqualTo("b");
      c.awaitCancelled();
    }
  }

  @ParameterizedTest
  @EnumSource(Model.class)
  void aRaceThatTheLastToEndWinsIsWon(Model model) throws Exception {
    try (HeldByHand<?> hand = HeldByHand.open(model)) {
      Background<Object> race = Background.run(() -> hand.race(List.of(a, b)));
      awaitStarted(a, b);
      a.fail(boom);
      a.awaitEnded();
      b.succeed("b");

      assertThat(race.result()).isEqualTo("b");
    }
  }

  @ParameterizedTest
  @EnumSource(Model.class)
  void aRaceWithoutAWinnerThrowsOneOfTheFailures(Model model) throws Exception {
    Exception other = new Exception("other");
    try (HeldByHand<?> hand = HeldByHand.open(model)) {
      Background<Object> race = Background.run(() -> hand.race(List.of(a, b)));
      awaitStarted(a, b);
      a.fail(boom);
      b.fail(other);

      assertThat(race.failure()).isIn(boom, other);
    }
  }

  private static void awaitStarted(Held... jobs) throws InterruptedException {
    for (Held job : jobs) {
      job.awaitStarted();
    }
  }

  /** Ends jobs one after the other, each with its own letter. */
  private void endAll(Held... jobs) throws InterruptedException {
    awaitStarted(jobs);
    for (Held job : jobs) {
      job.succeed(job == a ? "a" : job == b ? "b" : "c");
      job.awaitEnded();
    }
  }

  private static <T> T next(BlockingQueue<T> queue) throws InterruptedException {
    return Objects.requireNonNull(queue.poll(20, TimeUnit.SECONDS), "nothing came within 20 s");
  }
}
