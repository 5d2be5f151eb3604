package dev.heddle.stub.latency;

/**
 * Delays that were measured somewhere.
 *
 * @param file the base name of the file they come from, without its extension
 * @param source the delays
 */
public record Empirical(String file, EmpiricalSource source) implements LatencyDistribution {

  @Override
  public long nanos(double u) {
    return source.nanos(u);
  }

  @Override
  public String describe() {
    return "empirical?file=" + file;
  }
}
