package dev.heddle.http;

import java.util.concurrent.TimeUnit;

/** Lets a race come out another way in each round. Orders nothing. */
final class Spin {

  private Spin() {}

  static void micros(long micros) {
    long nanos = TimeUnit.MICROSECONDS.toNanos(micros);
    long start = System.nanoTime();
    while (System.nanoTime() - start < nanos) {
      Thread.onSpinWait();
    }
  }
}
