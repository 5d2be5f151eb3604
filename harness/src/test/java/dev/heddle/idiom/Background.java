package dev.heddle.idiom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/** A pattern under way in a thread of its own, while the test sees to its jobs. */
record Background<T>(FutureTask<T> work, Thread thread) {

  static <T> Background<T> run(Callable<T> pattern) {
    FutureTask<T> work = new FutureTask<>(pattern);
    return new Background<>(work, Thread.ofPlatform().daemon().start(work));
  }

  /** What it returned. */
  T result() throws Exception {
    return work.get(20, TimeUnit.SECONDS);
  }

  /** What it threw, whatever is wrapped around it. */
  Throwable failure() {
    Throwable thrown = catchThrowable(this::result);
    assertThat(thrown).isInstanceOf(ExecutionException.class);
    return Stream.iterate(thrown, Throwable::getCause)
        .filter(cause -> cause.getCause() == null)
        .findFirst()
        .orElseThrow();
  }

  /** Checks that it goes on, as far as a short look can tell. */
  void assertStays() {
    assertThatThrownBy(() -> work.get(50, TimeUnit.MILLISECONDS))
        .isInstanceOf(TimeoutException.class);
  }

  void interrupt() {
    thread.interrupt();
  }
}
