package dev.heddle.benchmarks.calibrate;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Ceilings that are read in turns, so that the machine's drift hits all alike. */
final class CeilingRounds implements AutoCloseable {

  private final Map<Ceiling, List<Double>> rates = new LinkedHashMap<>();

  CeilingRounds(List<? extends Ceiling> ceilings) {
    ceilings.forEach(ceiling -> rates.put(ceiling, new ArrayList<>()));
  }

  /** Runs each once, and forgets what came of it: the first rates are those of cold code. */
  void warm(Duration time) throws IOException, InterruptedException {
    for (Ceiling ceiling : rates.keySet()) {
      double _ = ceiling.perSecond(time);
    }
  }

  void read(Duration time) throws IOException, InterruptedException {
    for (Map.Entry<Ceiling, List<Double>> entry : rates.entrySet()) {
      entry.getValue().add(entry.getKey().perSecond(time));
    }
  }

  List<Calibration.CeilingReading> readings() {
    List<Calibration.CeilingReading> readings = new ArrayList<>();
    rates.forEach(
        (ceiling, perSecond) ->
            readings.add(
                new Calibration.CeilingReading(
                    ceiling.client(), ceiling.server(), new Readings(perSecond))));
    return readings;
  }

  @Override
  public void close() {
    rates.keySet().forEach(Ceiling::close);
  }
}
