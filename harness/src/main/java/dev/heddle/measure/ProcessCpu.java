package dev.heddle.measure;

import java.time.Duration;
import java.util.Optional;

/** The CPU time of a process on this machine, user and system together. */
public final class ProcessCpu {

  private ProcessCpu() {}

  /** Of this process so far. */
  public static Optional<Duration> ofThis() {
    return ProcessHandle.current().info().totalCpuDuration();
  }

  /** Of another process so far; empty if it is gone or may not be looked at. */
  public static Optional<Duration> of(long pid) {
    return ProcessHandle.of(pid).flatMap(process -> process.info().totalCpuDuration());
  }
}
