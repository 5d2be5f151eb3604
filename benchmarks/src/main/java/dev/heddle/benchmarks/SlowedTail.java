package dev.heddle.benchmarks;

import java.time.Duration;
import java.util.SplittableRandom;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/** Equal operations, of which a few wait as well. They are counted through warm-ups too. */
@State(Scope.Thread)
public class SlowedTail {

  private static final long TOKENS = 500_000;
  private static final Duration WAIT = Duration.ofMillis(10);

  private InjectedSlowdown injected;
  private long operation;

  /** Begins anywhere in the cycle: in each fork elsewhere. */
  @Setup(Level.Trial)
  public void begin(Slowdown slowdown) {
    injected = slowdown.injected();
    operation = new SplittableRandom().nextInt(InjectedSlowdown.CYCLE);
  }

  /** The next operation. */
  void run() throws InterruptedException {
    Blackhole.consumeCPU(TOKENS);
    if (injected.waits(operation++)) {
      Thread.sleep(WAIT);
    }
  }
}
