package dev.heddle.model;

import dev.heddle.http.ExchangePolicy;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.stream.DoubleStream;

/**
 * How long it takes from the request to cancel a gather of 100 {@code GET /delay/5} until the stub
 * has lost the last of its connections, for each model over each transport. Not a benchmark of the
 * suite: a quick look for whoever works on cancellation. The stub is asked about every millisecond,
 * which bounds the resolution.
 */
final class CancelToCloseMain {

  private static final int CHILDREN = 100;
  private static final int WARM_UP = 3;
  private static final int RUNS = 7;

  private CancelToCloseMain() {}

  public static void main(String[] args) throws IOException {
    System.out.printf("%-32s %8s %8s %8s%n", "ms to the last close", "median", "least", "most");
    try (WatchedStub stub = WatchedStub.start()) {
      for (WiredModel wired : WiredModel.all().toList()) {
        double[] sorted = measure(wired, stub);
        System.out.printf(
            "%-32s %8.1f %8.1f %8.1f%n", wired, sorted[RUNS / 2], sorted[0], sorted[RUNS - 1]);
      }
    }
  }

  private static double[] measure(WiredModel wired, WatchedStub stub) throws IOException {
    try (ExecutionModel model = wired.open(ExchangePolicy.DEFAULT)) {
      double[] runs = new double[WARM_UP + RUNS];
      for (int run = 0; run < runs.length; run++) {
        stub.reset();
        HeldGather gather = HeldGather.startAndAwaitArrival(model, stub, CHILDREN);
        runs[run] = gather.cancelAndAwaitAborts() / (double) TimeUnit.MILLISECONDS.toNanos(1);
      }
      return DoubleStream.of(runs).skip(WARM_UP).sorted().toArray();
    }
  }
}
