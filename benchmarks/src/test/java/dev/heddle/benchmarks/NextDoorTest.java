package dev.heddle.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heddle.benchmarks.pattern.Neighbour;
import dev.heddle.model.ExecutionModel;
import dev.heddle.model.Model;
import dev.heddle.model.ModelOptions;
import dev.heddle.plan.Call;
import dev.heddle.plan.Fail;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Timeout(60)
class NextDoorTest {

  private static final int OFTEN = 3;

  @ParameterizedTest
  @EnumSource
  void aNeighbourRunsAgainAndAgainUntilItIsClosed(Model type) throws Exception {
    CountDownLatch ran = new CountDownLatch(OFTEN);
    AtomicInteger runs = new AtomicInteger();
    try (ExecutionModel model = type.open(ModelOptions.DEFAULT)) {
      NextDoor neighbour =
          NextDoor.start(
              model,
              new Call<>(
                  () -> {
                    ran.countDown();
                    return runs.incrementAndGet();
                  }));
      assertThat(ran.await(50, TimeUnit.SECONDS)).isTrue();
      neighbour.close();
      int atTheEnd = runs.get();

      assertThat(model.run(new Call<>(runs::get))).isEqualTo(atTheEnd);
    }
  }

  @Test
  void aNeighbourThatFailsIsReported() {
    try (ExecutionModel model = Model.VIRTUAL_THREADS.open(ModelOptions.DEFAULT)) {
      NextDoor neighbour = NextDoor.start(model, new Fail<>(new IllegalStateException("broken")));

      assertThatThrownBy(neighbour::close)
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("broken");
    }
  }

  @ParameterizedTest
  @EnumSource
  void everyModelCanHaveEveryNeighbour(Model type) throws Exception {
    try (ExecutionModel model = type.open(ModelOptions.DEFAULT)) {
      for (Neighbour neighbour : Neighbour.values()) {
        if (neighbour != Neighbour.NONE) {
          assertThat(model.run(neighbour.plan())).isNotNull();
        }
      }
    }
  }
}
