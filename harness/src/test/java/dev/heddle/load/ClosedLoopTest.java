package dev.heddle.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.model.ExecutionModel;
import dev.heddle.model.Model;
import dev.heddle.model.ModelOptions;
import dev.heddle.plan.Call;
import dev.heddle.plan.Plan;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ClosedLoopTest {

  private static final Duration TIME = Duration.ofMillis(100);

  @ParameterizedTest
  @EnumSource
  void everyPlanThatIsStartedIsCounted(Model kind) throws InterruptedException {
    AtomicInteger run = new AtomicInteger();
    try (ExecutionModel model = kind.open(ModelOptions.DEFAULT)) {
      Plan<Integer> plan = new Call<>(run::incrementAndGet);

      ClosedLoop.Reading reading = ClosedLoop.of(model, number -> plan, 4, TIME);

      assertThat(reading.succeeded()).isEqualTo(run.get()).isPositive();
      assertThat(reading.spoilt()).isZero();
      assertThat(reading.perSecond()).isPositive();
    }
  }

  @ParameterizedTest
  @EnumSource
  void neverMorePlansAreUnderWayThanAsked(Model kind) throws InterruptedException {
    AtomicInteger underWay = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    try (ExecutionModel model = kind.open(ModelOptions.DEFAULT)) {
      Plan<Integer> plan =
          new Call<>(
              () -> {
                most.accumulateAndGet(underWay.incrementAndGet(), Math::max);
                return underWay.decrementAndGet();
              });

      ClosedLoop.Reading reading = ClosedLoop.of(model, number -> plan, 3, TIME);

      assertThat(reading.succeeded()).isPositive();
      assertThat(most.get()).isBetween(1, 3);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aPlanThatFailsIsSpoiltAndTheNextOneStarts(Model kind) throws InterruptedException {
    try (ExecutionModel model = kind.open(ModelOptions.DEFAULT)) {
      ClosedLoop.Reading reading =
          ClosedLoop.of(
              model,
              number ->
                  new Call<>(
                      () -> {
                        throw new IllegalStateException("as planned");
                      }),
              2,
              TIME);

      assertThat(reading.succeeded()).isZero();
      assertThat(reading.spoilt()).isGreaterThan(2);
    }
  }
}
