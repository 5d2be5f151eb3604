package dev.heddle.benchmarks;

import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The parameter of every method: by how much it is slowed down. */
@State(Scope.Benchmark)
public class Slowdown {

  private static final long CPU_TOKENS = 10_000;

  /** How much more work there is, in percent; of the tail, how many operations in a thousand. */
  @Param({"0", "1", "2", "3", "5", "10"})
  public int percent;

  private InjectedSlowdown injected;
  private long cpuTokens;

  /** Checks the parameter. */
  @Setup(Level.Trial)
  public void fix() {
    injected = new InjectedSlowdown(percent);
    cpuTokens = injected.tokens(CPU_TOKENS);
  }

  InjectedSlowdown injected() {
    return injected;
  }

  /** How much CPU one operation burns that does nothing else. */
  long cpuTokens() {
    return cpuTokens;
  }
}
