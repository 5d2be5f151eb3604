package dev.heddle.model.random;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.model.Model;
import dev.heddle.plan.Fail;
import dev.heddle.plan.Gather;
import dev.heddle.plan.Group;
import dev.heddle.plan.OpenGroup;
import dev.heddle.plan.Plan;
import dev.heddle.plan.Value;
import dev.heddle.plan.Within;
import dev.heddle.task.TaskGroupException;
import dev.heddle.task.TimedOutException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** A pattern that is interpreted wrongly gives an ending that is not allowed, before long. */
class MutantTest {

  private static final int TRIALS = 2_000;

  @Test
  void aGatherThatCancelsTheSiblingsOfAFailedChildIsNoticed() {
    assertNoticed(
        stage ->
            new PlanBuilder(stage) {
              @Override
              Plan<Object> gather(List<Plan<Object>> children) {
                return bare(new Group<>(children).then(Value::new));
              }
            });
  }

  @Test
  void aGroupThatRaisesABareFailureIsNoticed() {
    assertNoticed(
        stage ->
            new PlanBuilder(stage) {
              @Override
              Plan<Object> group(List<Plan<Object>> children) {
                return bare(super.group(children));
              }
            });
  }

  @Test
  void anOpenGroupThatRaisesABareFailureIsNoticed() {
    assertNoticed(
        stage ->
            new PlanBuilder(stage) {
              @Override
              Plan<Object> openGroup(int number, Script body) {
                return bare(super.openGroup(number, body));
              }
            });
  }

  @Test
  void anOpenGroupWhoseBodyIsNoPartOfItIsNoticed() {
    assertNoticed(
        stage ->
            new PlanBuilder(stage) {
              @Override
              Plan<Object> openGroup(int number, Script body) {
                return new OpenGroup<>(
                        group -> {
                          stage.put(number, group);
                          return new Value<Object>(Script.UNIT);
                        })
                    .then(ended -> build(body));
              }
            });
  }

  @Test
  void aGroupWhoseSiblingsRunOnIsNoticed() {
    assertNoticed(
        stage ->
            new PlanBuilder(stage) {
              @Override
              Plan<Object> group(List<Plan<Object>> children) {
                return super.outcomes(children)
                    .then(unused -> new Gather<>(children))
                    .then(Value::new);
              }
            });
  }

  @Test
  void outcomesThatFailWithAChildAreNoticed() {
    assertNoticed(
        stage ->
            new PlanBuilder(stage) {
              @Override
              Plan<Object> outcomes(List<Plan<Object>> children) {
                return new Gather<>(children)
                    .then(values -> new Value<>(values.stream().map(Ending.Value::new).toList()));
              }
            });
  }

  @Test
  void aRaceThatFailsWithTheFirstFailureIsNoticed() {
    assertNoticed(
        stage ->
            new PlanBuilder(stage) {
              @Override
              Plan<Object> race(List<Plan<Object>> contenders) {
                return new Gather<>(contenders).then(values -> new Value<>(values.getFirst()));
              }
            });
  }

  @Test
  void aLimitThatLetsTheCancellationOutIsNoticed() {
    assertNoticed(
        stage ->
            new PlanBuilder(stage) {
              @Override
              Plan<Object> within(Plan<Object> work, Optional<Duration> limit) {
                return new Within<>(work, limit)
                    .recover(
                        failure ->
                            new Fail<>(
                                failure instanceof TimedOutException
                                    ? new CancellationException("timed out")
                                    : failure));
              }
            });
  }

  @Test
  void aShieldThatLetsTheCancellationInIsNoticed() {
    assertNoticed(
        stage ->
            new PlanBuilder(stage) {
              @Override
              Plan<Object> shield(Plan<Object> inner) {
                return inner;
              }
            });
  }

  private static Plan<Object> bare(Plan<Object> group) {
    return group.recover(
        failure ->
            new Fail<>(
                failure instanceof TaskGroupException errors
                    ? errors.errors().getFirst()
                    : failure));
  }

  private static void assertNoticed(Function<Stage, PlanBuilder> mutant) {
    Random random = new Random(1);
    try (Differential differential =
        new Differential(EnumSet.of(Model.VIRTUAL_THREADS), mutant, Duration.ofSeconds(5))) {
      for (int i = 0; i < TRIALS; i++) {
        if (!isAllowed(Scripts.trial(random), differential)) {
          return;
        }
      }
    }
    assertThat(false).as("noticed in %d trials", TRIALS).isTrue();
  }

  private static boolean isAllowed(Trial trial, Differential differential) {
    try {
      differential.check(trial.script(), trial.allowed());
      return true;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    } catch (AssertionError noticed) {
      return false;
    }
  }
}
