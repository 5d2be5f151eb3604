package dev.heddle.benchmarks.run;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Supplier;

/**
 * Reads a ruler before each fork and puts the reading among the fork's secondary metrics, so that
 * what the machine did can be told from what the code did.
 *
 * @param runner runs the fork
 * @param ruler is read before
 */
public record RuledForkRunner(ForkRunner runner, Supplier<Ruler.Reading> ruler)
    implements ForkRunner {

  private static final String UNIT = "us";

  @Override
  public ForkOutcome run(Fork fork) {
    Ruler.Reading reading = ruler.get();
    ForkOutcome outcome = runner.run(fork);
    if (outcome instanceof ForkOutcome.Measured(ObjectNode entry)) {
      ObjectNode secondary = entry.withObject("/secondaryMetrics");
      put(secondary, "ruler.cpu", reading.cpuMicros());
      put(secondary, "ruler.handOff", reading.handOffMicros());
    }
    return outcome;
  }

  private static void put(ObjectNode secondary, String name, double micros) {
    ObjectNode metric = secondary.putObject(name);
    metric.put("score", micros).put("scoreError", "NaN");
    metric.putArray("scoreConfidence").add(micros).add(micros);
    metric.putObject("scorePercentiles").put("50.0", micros);
    metric.put("scoreUnit", UNIT);
    metric.putArray("rawData").addArray().add(micros);
  }

  @Override
  public void stop() {
    runner.stop();
  }
}
