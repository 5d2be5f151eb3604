package dev.heddle.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.model.ExecutionModel;
import dev.heddle.model.Model;
import dev.heddle.model.ModelOptions;
import dev.heddle.plan.Fetch;
import dev.heddle.plan.Gather;
import dev.heddle.plan.Request;
import dev.heddle.stub.StubControl;
import dev.heddle.stub.StubOptions;
import dev.heddle.stub.StubProcess;
import java.time.Duration;
import java.util.Collections;
import org.junit.jupiter.api.Test;

class DelayErrorsTest {

  private static final Duration WARM_UP = Duration.ofSeconds(1);

  @Test
  void whatTheStubDelayedDuringTheWarmUpIsNotHeldAgainstIt() throws Exception {
    try (StubProcess stub = StubProcess.start(StubOptions.DEFAULT.unwarmed())) {
      DelayErrors errors = new DelayErrors(new StubControl(stub.address()), WARM_UP);
      errors.arrived(0, 0);
      delay(stub, 5);
      errors.arrived(1, WARM_UP.toNanos());
      assertThat(errors.sinceItCounts().getTotalCount()).isZero();
      assertThat(errors.p99Nanos()).isEmpty();

      delay(stub, 3);

      assertThat(errors.sinceItCounts().getTotalCount()).isEqualTo(3);
      assertThat(errors.p99Nanos()).isPresent();
      assertThat(stub.stats().received()).isEqualTo(8);
    }
  }

  @Test
  void aLoadWithoutArrivalsThatCountIsJudgedByAllTheStubDelayed() throws Exception {
    try (StubProcess stub = StubProcess.start(StubOptions.DEFAULT.unwarmed())) {
      DelayErrors errors = new DelayErrors(new StubControl(stub.address()), WARM_UP);
      errors.arrived(0, 0);
      delay(stub, 2);

      assertThat(errors.sinceItCounts().getTotalCount()).isEqualTo(2);
    }
  }

  private static void delay(StubProcess stub, int count) throws Exception {
    Fetch fetch = new Fetch(Request.get(stub.address().resolve("/delay/0.001")));
    try (ExecutionModel model = Model.VIRTUAL_THREADS.open(ModelOptions.DEFAULT)) {
      assertThat(model.run(new Gather<>(Collections.nCopies(count, fetch)))).hasSize(count);
    }
  }
}
