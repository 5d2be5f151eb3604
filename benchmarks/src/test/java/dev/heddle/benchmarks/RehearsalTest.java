package dev.heddle.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.benchmarks.run.Cell;
import dev.heddle.benchmarks.run.RunPlan;
import dev.heddle.benchmarks.run.Stub;
import dev.heddle.benchmarks.run.Timing;
import dev.heddle.stub.StubOptions;
import dev.heddle.stub.StubProcess;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RehearsalTest {

  /** Notes what had been asked whenever its counters are set to zero. */
  private record Noting(StubProcess process, List<Long> received) implements Stub {

    @Override
    public URI address() {
      return process.address();
    }

    @Override
    public void resetStats() throws IOException {
      received.add(process.stats().route("/latency/{distribution}").received());
      process.resetStats();
    }

    @Override
    public void close() {}
  }

  @Test
  void theStubHasAnsweredTheLoadBeforeItsCountersStartAgain() throws Exception {
    try (StubProcess process = StubProcess.start(StubOptions.DEFAULT.unwarmed())) {
      Noting stub = new Noting(process, new ArrayList<>());

      Rehearsal.of(plan("constant:value=1ms"), stub);

      assertThat(stub.received()).singleElement().satisfies(n -> assertThat(n).isGreaterThan(64));
      assertThat(process.stats().received()).isZero();
    }
  }

  @Test
  void aLoadThatFetchesNothingHasNone() throws Exception {
    try (StubProcess process = StubProcess.start(StubOptions.DEFAULT.unwarmed())) {
      Noting stub = new Noting(process, new ArrayList<>());

      Rehearsal.of(plan("no-op"), stub);

      assertThat(stub.received()).isEmpty();
      assertThat(process.stats().received()).isZero();
    }
  }

  private static RunPlan plan(String latency) throws IOException {
    Cell cell =
        new Cell(
            LoadPlans.BENCHMARK,
            Map.of(
                "model", "VIRTUAL_THREADS",
                "transport", "DEFAULT",
                "plan", "GATHER",
                "fanOut", "2",
                "latency", latency,
                "seed", "1"));
    return RunPlans.ofLoad(List.of(cell), 1, 1, new Timing(0, 1, 1, 1_000), List.of());
  }
}
