package dev.heddle.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.model.ExecutionModel;
import dev.heddle.model.Model;
import dev.heddle.model.ModelOptions;
import dev.heddle.plan.Fetch;
import dev.heddle.plan.Gather;
import dev.heddle.plan.Plan;
import dev.heddle.stub.StubOptions;
import dev.heddle.stub.StubServer;
import java.net.URI;
import java.util.List;
import java.util.function.LongFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LoadScenarioTest {

  private static final LoadScenario.Work DELAYED =
      new LoadScenario.Work.Delayed(LatencyText.parse("lognormal:p50=1ms,p99=2ms"), 9);

  @Test
  void theChildrenOfAllArrivalsAreCountedOffAsKeys() {
    LongFunction<Plan<?>> plans =
        new LoadScenario(LoadPattern.GATHER, 3, DELAYED).plans(URI.create("http://stub"));
    assertThat(plans.apply(7)).isInstanceOfSatisfying(Gather.class, LoadScenarioTest::assertKeys);
  }

  private static void assertKeys(Gather<?> gather) {
    List<String> targets =
        gather.children().stream()
            .map(child -> ((Fetch) (Object) child).request().target().toString())
            .toList();
    String path = "http://stub/latency/lognormal?p50=0.001&p99=0.002&seed=9&key=";
    assertThat(targets).containsExactly(path + 21, path + 22, path + 23);
  }

  @ParameterizedTest
  @EnumSource
  void everyPatternRunsOnAModelAndSendsWhatItSays(LoadPattern pattern) throws Exception {
    LoadScenario scenario = new LoadScenario(pattern, 4, DELAYED);
    try (StubServer stub = StubServer.start(StubOptions.DEFAULT);
        ExecutionModel model = Model.VIRTUAL_THREADS.open(ModelOptions.DEFAULT)) {
      Object _ = model.run(scenario.plans(stub.address()).apply(0));
      long received = stub.stats().received();
      if (pattern.cutsShort()) {
        assertThat(received).isBetween(1L, 4L);
      } else {
        assertThat(received).isEqualTo(scenario.exchanges());
      }
    }
  }
}
