package dev.heddle.load;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heddle.model.ExecutionModel;
import dev.heddle.model.Model;
import dev.heddle.model.ModelOptions;
import dev.heddle.plan.Call;
import dev.heddle.plan.Fail;
import dev.heddle.plan.NoOp;
import dev.heddle.plan.Plan;
import dev.heddle.plan.Sleep;
import dev.heddle.plan.Within;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LoadRunTest {

  private static final Duration SECOND = Duration.ofSeconds(1);

  @ParameterizedTest
  @EnumSource
  void everyArrivalStartsAPlanAndEndsInTheBooks(Model kind) throws Exception {
    LoadResult result = offer(kind, number -> new NoOp(), at(200));
    assertThat(result.warmUp().books().planned()).isEqualTo(30); // A rate that rises.
    Books books = result.measured().books();
    assertThat(books).isEqualTo(new Books(200, 200, 0, 0, 0, 200, 0, 0, 0, 0));
    assertThat(books.balance()).isTrue();
    assertThat(result.measured().response().getTotalCount()).isEqualTo(200);
    assertThat(result.measured().service().getTotalCount()).isEqualTo(200);
    assertThat(result.measured().lag().getTotalCount()).isEqualTo(200);
  }

  @ParameterizedTest
  @EnumSource
  void eachWayOfEndingIsCounted(Model kind) throws Exception {
    List<Plan<?>> kinds =
        List.of(
            new NoOp(),
            new Fail<>(new IllegalStateException("broken")),
            new Within<>(new Sleep(Duration.ofHours(1)), Duration.ofMillis(1)),
            new Sleep(Duration.ofHours(1)));
    LoadSpec spec = at(200).withDrain(Duration.ofMillis(100)).withWarmUp(Duration.ZERO);
    LoadResult result = offer(kind, number -> kinds.get((int) (number % kinds.size())), spec);
    assertThat(result.measured().books())
        .isEqualTo(new Books(200, 200, 0, 0, 0, 50, 50, 50, 50, 0));
    assertThat(result.measured().failures())
        .containsExactly(entry("java.lang.IllegalStateException: broken", 50L));
    assertThat(result.spoilt()).isEqualTo(150);
  }

  /** At 10 a second, with the driver held for 150 ms on the way. */
  @Test
  void aDriverThatIsHeldMovesNoArrival() throws Exception {
    List<Long> intended = new ArrayList<>();
    LoadSpec spec = at(10).withWarmUp(Duration.ZERO);
    LoadRun.Listener listener =
        (number, at) -> {
          intended.add(at);
          if (number == 3) {
            hold(Duration.ofMillis(150));
          }
        };
    try (ExecutionModel model = Model.VIRTUAL_THREADS.open(ModelOptions.DEFAULT)) {
      LoadResult result = LoadRun.of(model, number -> new NoOp(), spec, listener);
      assertThat(intended).hasSize(10);
      for (int i = 0; i < intended.size(); i++) {
        assertThat(intended.get(i)).isEqualTo(i * 100_000_000L);
      }
      assertThat(result.measured().lag().getMaxValue()).isGreaterThanOrEqualTo(149_000_000L);
      assertThat(result.measured().response().getMaxValue()).isGreaterThanOrEqualTo(149_000_000L);
      assertThat(result.measured().books().started()).isEqualTo(10);
    }
  }

  @Test
  void aPlanThatSuspendsHoldsUpNoArrival() throws Exception {
    CountDownLatch last = new CountDownLatch(100);
    LoadSpec spec = at(100).withWarmUp(Duration.ZERO);
    Plan<?> waits =
        new Call<>(
            () -> {
              last.countDown();
              return last.await(30, TimeUnit.SECONDS);
            });
    LoadResult result = offer(Model.VIRTUAL_THREADS, number -> waits, spec);
    assertThat(result.measured().books().succeeded()).isEqualTo(100);
    assertThat(result.highestInFlight()).isEqualTo(100);
  }

  @Test
  void anArrivalTooManyIsNotStartedAndSaysSo() throws Exception {
    LoadSpec spec = at(100).withWarmUp(Duration.ZERO).withDrain(Duration.ZERO).withMostInFlight(30);
    LoadResult result =
        offer(Model.VIRTUAL_THREADS, number -> new Sleep(Duration.ofHours(1)), spec);
    assertThat(result.measured().books()).isEqualTo(new Books(100, 30, 70, 0, 0, 0, 0, 0, 30, 0));
    assertThat(new Judge(true).judge(result, Exchanges.NONE).reasons())
        .extracting(Verdict.Reason::rule)
        .contains("sent");
  }

  @Test
  void whatTheDriverDoesNotComeToInTimeIsNotStartedAndSaysSo() throws Exception {
    LoadSpec spec = at(100).withWarmUp(Duration.ZERO).withDrain(Duration.ZERO);
    LoadRun.Listener listener =
        (number, at) -> {
          if (number == 50) {
            hold(Duration.ofMillis(700));
          }
        };
    try (ExecutionModel model = Model.VIRTUAL_THREADS.open(ModelOptions.DEFAULT)) {
      Books books = LoadRun.of(model, number -> new NoOp(), spec, listener).measured().books();
      assertThat(books.planned()).isEqualTo(100);
      assertThat(books.tooLate()).isBetween(1L, 49L);
      assertThat(books.balance()).isTrue();
    }
  }

  @Test
  void aModelThatRefusesIsCounted() throws Exception {
    ExecutionModel model = Model.VIRTUAL_THREADS.open(ModelOptions.DEFAULT);
    model.close();
    LoadResult result = LoadRun.of(model, number -> new NoOp(), at(50).withWarmUp(Duration.ZERO));
    assertThat(result.measured().books()).isEqualTo(new Books(50, 0, 0, 50, 0, 0, 0, 0, 0, 0));
    assertThat(result.measured().failures()).hasSize(1);
  }

  @Test
  void anInterruptEndsTheRun() {
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> offer(Model.VIRTUAL_THREADS, number -> new NoOp(), at(0.001)))
        .isInstanceOf(InterruptedException.class);
  }

  private static LoadSpec at(double rate) {
    return LoadSpec.of(new Arrivals.Constant(rate), SECOND);
  }

  private static LoadResult offer(Model kind, LongFunction<? extends Plan<?>> plans, LoadSpec spec)
      throws InterruptedException {
    try (ExecutionModel model = kind.open(ModelOptions.DEFAULT)) {
      return LoadRun.of(model, plans, spec);
    }
  }

  private static void hold(Duration time) {
    long end = System.nanoTime() + time.toNanos();
    while (System.nanoTime() < end) {
      LockSupport.parkNanos(end - System.nanoTime());
    }
  }
}
