package dev.heddle.load;

import dev.heddle.measure.GcPauses;
import dev.heddle.measure.HiccupMeter;
import dev.heddle.measure.ProcessCpu;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import org.HdrHistogram.Histogram;

/** Looks at machine and JVM while a load is offered. */
public final class Watch implements AutoCloseable {

  /**
   * What was seen.
   *
   * @param hiccups how late a thread is woken that asks for it every millisecond, in nanoseconds
   * @param gc what the collectors did
   * @param driverCpu CPU time of this process: driver, model and client
   * @param serverCpu CPU time of the server's process, where it is known
   */
  public record Seen(
      Histogram hiccups, GcPauses gc, Optional<Duration> driverCpu, Optional<Duration> serverCpu) {}

  private final HiccupMeter hiccups = HiccupMeter.start();
  private final GcPauses gc = GcPauses.now();
  private final Optional<Duration> driverCpu = ProcessCpu.ofThis();
  private final OptionalLong server;
  private final Optional<Duration> serverCpu;

  private Watch(OptionalLong server) {
    this.server = server;
    this.serverCpu = cpu(server);
  }

  /** Begins to look. */
  public static Watch start(OptionalLong serverPid) {
    return new Watch(serverPid);
  }

  /** What was seen since the start. To be called once. */
  public Seen seen() {
    return new Seen(
        hiccups.take(),
        GcPauses.now().since(gc),
        spent(driverCpu, ProcessCpu.ofThis()),
        spent(serverCpu, cpu(server)));
  }

  @Override
  public void close() {
    hiccups.close();
  }

  private static Optional<Duration> cpu(OptionalLong pid) {
    return pid.isPresent() ? ProcessCpu.of(pid.getAsLong()) : Optional.empty();
  }

  private static Optional<Duration> spent(Optional<Duration> before, Optional<Duration> after) {
    return before.flatMap(earlier -> after.map(later -> later.minus(earlier)));
  }
}
