package dev.heddle.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;

/**
 * How many OS threads this process may have before something refuses: found by asking, not by
 * trying. Linux only; elsewhere nothing is known.
 *
 * @param threads how many
 * @param because what sets the limit
 */
record ThreadLimit(long threads, String because) {

  private static final int PROBES = 64;
  private static final Path MAPS = Path.of("/proc/self/maps");

  /** Left for everything else that the process does. */
  private static final double USABLE = 0.9;

  /** The lowest of the limits that are known; empty where none is. */
  static Optional<ThreadLimit> ofThisProcess() throws InterruptedException {
    List<ThreadLimit> limits = new ArrayList<>();
    number(Path.of("/proc/sys/kernel/threads-max"))
        .ifPresent(most -> limits.add(new ThreadLimit(most, "kernel.threads-max " + most)));
    number(Path.of("/sys/fs/cgroup/pids.max"))
        .ifPresent(most -> limits.add(new ThreadLimit(most, "the cgroup's pids.max " + most)));
    processes().ifPresent(most -> limits.add(new ThreadLimit(most, "ulimit -u " + most)));
    mappings().ifPresent(limits::add);
    return limits.stream()
        .min(Comparator.comparingLong(ThreadLimit::threads))
        .map(limit -> new ThreadLimit((long) (limit.threads() * USABLE), limit.because()));
  }

  /**
   * Returns if so many threads can be had.
   *
   * @throws IllegalArgumentException with the limit, if they cannot
   */
  static void check(int threads) throws InterruptedException {
    Optional<ThreadLimit> limit = ofThisProcess();
    if (limit.isPresent() && threads > limit.get().threads()) {
      throw new IllegalArgumentException(
          "%,d tasks need as many platform threads; this machine allows about %,d (%s)"
              .formatted(threads, limit.get().threads(), limit.get().because()));
    }
  }

  private static Optional<Long> processes() {
    return lines(Path.of("/proc/self/limits"))
        .filter(line -> line.startsWith("Max processes"))
        .map(line -> line.substring("Max processes".length()).strip().split("\\s+", 2)[0])
        .findFirst()
        .flatMap(ThreadLimit::parsed);
  }

  /** A thread's stack takes mappings of memory, of which a process may have so many. */
  private static Optional<ThreadLimit> mappings() throws InterruptedException {
    Optional<Long> most = number(Path.of("/proc/sys/vm/max_map_count"));
    long before = lines(MAPS).count();
    if (most.isEmpty() || before == 0) {
      return Optional.empty();
    }
    double each = Math.max(1.0, (double) (withProbes() - before) / PROBES);
    return Optional.of(
        new ThreadLimit(
            (long) ((most.get() - before) / each),
            "vm.max_map_count %d, %.1f of them a thread".formatted(most.get(), each)));
  }

  private static long withProbes() throws InterruptedException {
    CountDownLatch running = new CountDownLatch(PROBES);
    CountDownLatch seen = new CountDownLatch(1);
    for (int i = 0; i < PROBES; i++) {
      Thread.ofPlatform()
          .daemon()
          .start(
              () -> {
                running.countDown();
                try {
                  seen.await();
                } catch (InterruptedException e) {
                  Thread.currentThread().interrupt();
                }
              });
    }
    running.await();
    long mappings = lines(MAPS).count();
    seen.countDown();
    return mappings;
  }

  private static Optional<Long> number(Path file) {
    return lines(file).findFirst().flatMap(ThreadLimit::parsed);
  }

  private static Optional<Long> parsed(String text) {
    return text.strip().matches("[0-9]{1,18}")
        ? Optional.of(Long.parseLong(text.strip()))
        : Optional.empty();
  }

  private static Stream<String> lines(Path file) {
    try {
      return Files.readAllLines(file, StandardCharsets.UTF_8).stream();
    } catch (IOException unknownHere) {
      return Stream.empty();
    }
  }
}
