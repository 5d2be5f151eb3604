package dev.heddle.load.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heddle.http.UnexpectedStatusException;
import dev.heddle.load.Scenario;
import dev.heddle.model.ExecutionModel;
import dev.heddle.model.Model;
import dev.heddle.model.ModelOptions;
import dev.heddle.plan.Bounded;
import dev.heddle.plan.Fetch;
import dev.heddle.plan.Gather;
import dev.heddle.plan.Plan;
import dev.heddle.stub.StubOptions;
import dev.heddle.stub.StubServer;
import dev.heddle.task.Permits;
import dev.heddle.task.TimedOutException;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.LongFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

@Timeout(60)
class FileScenarioTest {

  private static final String FAILING =
      "{call: a, latency: 'constant:value=0ms', failure_rate: 1, failure_status: 500}";

  static Stream<Arguments> shippedOnEveryModel() {
    return ScenarioSource.SHIPPED.stream()
        .flatMap(name -> Arrays.stream(Model.values()).map(model -> Arguments.of(name, model)));
  }

  @ParameterizedTest
  @MethodSource("shippedOnEveryModel")
  void whatShipsRunsOnEveryModelAndSendsWhatItSays(String name, Model model) throws Exception {
    Scenario scenario = new FileScenario(ScenarioSource.shipped(name).read(), 7);
    try (StubServer stub = StubServer.start(StubOptions.DEFAULT);
        ExecutionModel opened = model.open(ModelOptions.DEFAULT)) {
      Object _ = opened.run(scenario.plans(stub.address()).apply(0));
      long received = stub.stats().received();
      if (name.equals("hedge")) {
        assertThat(received).isBetween(1L, (long) scenario.exchanges());
      } else {
        assertThat(received).isEqualTo(scenario.exchanges());
      }
    }
  }

  @Test
  void whatShipsIsTheSizeThatItSays() {
    assertThat(ScenarioSource.SHIPPED)
        .extracting(name -> ScenarioSource.shipped(name).read().plan().calls())
        .containsExactly(8, 200, 2);
    assertThat(ScenarioSource.SHIPPED)
        .map(ScenarioSource::shipped)
        .allSatisfy(
            source -> {
              assertThat(source.read().description()).isPresent();
              assertThat(source.read().arrival().perSecond()).isNotEmpty();
            });
  }

  @Test
  void callsAreCountedOffOverAllArrivalsWhateverPutsThemTogether() {
    Scenario scenario =
        scenario(
            """
            plan:
              gather:
                - {call: a, latency: 'constant:value=1ms', count: 2}
                - {call: b, latency: 'constant:value=2ms'}
            """);
    Plan<?> plan = scenario.plans(URI.create("http://stub")).apply(7);
    assertThat(plan).isInstanceOfSatisfying(Gather.class, FileScenarioTest::assertKeys);
  }

  private static void assertKeys(Gather<?> gather) {
    List<String> targets =
        gather.children().stream()
            .map(child -> ((Fetch) (Object) child).request().target().toString())
            .toList();
    String path = "http://stub/latency/constant?value=";
    assertThat(targets)
        .containsExactly(
            path + "0.001&seed=7&key=21",
            path + "0.001&seed=7&key=22",
            path + "0.002&seed=7&key=23");
  }

  @ParameterizedTest
  @EnumSource
  void aCallFailsWithItsStatus(Model model) throws Exception {
    try (StubServer stub = StubServer.start(StubOptions.DEFAULT);
        ExecutionModel opened = model.open(ModelOptions.DEFAULT)) {
      Plan<?> failing = scenario("plan: " + FAILING).plans(stub.address()).apply(0);
      assertThatThrownBy(() -> opened.run(failing))
          .isInstanceOf(UnexpectedStatusException.class)
          .hasMessageContaining("500");
    }
  }

  static Stream<Arguments> catchingOnEveryModel() {
    return Stream.of("outcomes", "as_completed")
        .flatMap(kind -> Arrays.stream(Model.values()).map(model -> Arguments.of(kind, model)));
  }

  @ParameterizedTest
  @MethodSource("catchingOnEveryModel")
  void aFailureIsAResultWhereItIsCaughtAndNobodyIsTold(String kind, Model model) throws Exception {
    Queue<Throwable> told = new ConcurrentLinkedQueue<>();
    ModelOptions options = ModelOptions.DEFAULT.withFailures((task, cause) -> told.add(cause));
    try (StubServer stub = StubServer.start(StubOptions.DEFAULT)) {
      try (ExecutionModel opened = model.open(options)) {
        Scenario scenario = scenario("plan: {" + kind + ": [" + FAILING + "]}");
        Object _ = opened.run(scenario.plans(stub.address()).apply(0));
        assertThat(stub.stats().received()).isEqualTo(1);
      }
      assertThat(told).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void aTimeoutCutsShortWhatItIsAround(Model model) throws Exception {
    Scenario scenario =
        scenario(
            """
            plan:
              then:
                - {call: slow, latency: 'constant:value=600s', timeout: 20ms}
                - {call: never, latency: 'constant:value=0s'}
            """);
    try (StubServer stub = StubServer.start(StubOptions.DEFAULT);
        ExecutionModel opened = model.open(ModelOptions.DEFAULT)) {
      Plan<?> plan = scenario.plans(stub.address()).apply(0);
      assertThatThrownBy(() -> opened.run(plan)).isInstanceOf(TimedOutException.class);
      assertThat(stub.stats().received()).isLessThanOrEqualTo(1);
      assertThat(scenario.mayBeCutShort() && scenario.mayFail()).isTrue();
    }
  }

  @ParameterizedTest
  @EnumSource
  void boundedChildrenAllRun(Model model) throws Exception {
    Scenario scenario =
        scenario(
            """
            plan:
              group:
                - then:
                    - {call: a, latency: 'constant:value=1ms', bytes: 70000, cpu: 10us, count: 3}
                  count: 5
              bounded: 2
            """);
    try (StubServer stub = StubServer.start(StubOptions.DEFAULT);
        ExecutionModel opened = model.open(ModelOptions.DEFAULT)) {
      Object _ = opened.run(scenario.plans(stub.address()).apply(0));
      assertThat(stub.stats().received()).isEqualTo(15).isEqualTo(scenario.exchanges());
    }
  }

  @ParameterizedTest
  @EnumSource
  void asManyStepsAsAllowedNeedNoDeeperStack(Model model) throws Exception {
    Scenario scenario =
        scenario("plan: {then: [{call: a, latency: 'constant:value=0', count: 10000}]}");
    try (StubServer stub = StubServer.start(StubOptions.DEFAULT);
        ExecutionModel opened = model.open(ModelOptions.DEFAULT)) {
      Object _ = opened.run(scenario.plans(stub.address()).apply(0));
      assertThat(stub.stats().received()).isEqualTo(10_000);
    }
  }

  @Test
  void boundedChildrenShareThePermitsOfTheirArrival() {
    LongFunction<Plan<?>> plans =
        scenario("plan: {gather: [{call: a, latency: 'constant:value=0', count: 3}], bounded: 2}")
            .plans(URI.create("http://stub"));
    List<Permits> first = permits(plans.apply(0));
    assertThat(first).hasSize(3).allMatch(first.getFirst()::equals);
    assertThat(first.getFirst().available()).isEqualTo(2);
    assertThat(permits(plans.apply(1))).doesNotContainAnyElementsOf(first);
  }

  private static List<Permits> permits(Plan<?> plan) {
    return ((Gather<?>) plan)
        .children().stream().map(child -> ((Bounded<?>) (Object) child).permits()).toList();
  }

  private static Scenario scenario(String text) {
    return new FileScenario(ScenarioFile.parse("test.yaml", text), 7);
  }
}
