package dev.heddle.benchmarks;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.util.SampleBuffer;

/** What the failures of one iteration led to. Used by one thread. */
public final class FailureTimes {

  private final SampleBuffer told = new SampleBuffer();
  private final SampleBuffer stopped = new SampleBuffer();
  private long failures;
  private long orphans;
  private double openMillis;
  private long openAtStub;

  FailureTimes() {}

  void add(long failedNanos, long toldNanos, OpenAfterwards open) {
    failures++;
    told.add(Math.max(0, toldNanos - failedNanos));
    stopped.add(Math.max(0, open.lastEndNanos() - failedNanos));
    orphans += open.orphans();
    openMillis += open.openNanos() / TimeUnit.MILLISECONDS.toNanos(1);
  }

  void openAtStub(long open) {
    openAtStub = open;
  }

  /** From the child's failure to the caller's being told of it, in nanoseconds. */
  public SampleBuffer told() {
    return told;
  }

  /** From the child's failure to the end of the last exchange, in nanoseconds. */
  public SampleBuffer stopped() {
    return stopped;
  }

  /** Exchanges open on the client when the caller was told, per failure. */
  public double orphansPerFailure() {
    return failures == 0 ? 0 : (double) orphans / failures;
  }

  /** Milliseconds that exchanges were open after the caller was told, per failure. */
  public double wastedMillisPerFailure() {
    return failures == 0 ? 0 : openMillis / failures;
  }

  /** Requests that the stub still worked on when nothing was open any more, after a grace. */
  public long openAtStub() {
    return openAtStub;
  }
}
