package dev.heddle.idiom;

import dev.heddle.task.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The futures of jobs that run. */
record FutureChildren<T>(List<CompletableFuture<T>> futures) {

  static FutureChildren<Object> start(List<FutureJob> jobs) {
    List<CompletableFuture<Object>> futures = new ArrayList<>(jobs.size());
    for (FutureJob job : jobs) {
      futures.add(job.start());
    }
    return new FutureChildren<>(futures);
  }

  /** What follows upon each child. */
  <S> FutureChildren<S> each(Function<CompletableFuture<T>, CompletableFuture<S>> stage) {
    List<CompletableFuture<S>> stages = new ArrayList<>(futures.size());
    for (CompletableFuture<T> future : futures) {
      stages.add(stage.apply(future));
    }
    return new FutureChildren<>(stages);
  }

  CompletableFuture<Void> allOf() {
    return CompletableFuture.allOf(futures.toArray(CompletableFuture<?>[]::new));
  }

  CompletableFuture<Object> anyOf() {
    return CompletableFuture.anyOf(futures.toArray(CompletableFuture<?>[]::new));
  }

  /** Waits for all and returns their values in order, or throws the leftmost failure. */
  List<T> values() {
    allOf().join();
    List<T> values = new ArrayList<>(futures.size());
    for (CompletableFuture<T> future : futures) {
      values.add(future.join());
    }
    return values;
  }

  void cancel() {
    for (CompletableFuture<T> future : futures) {
      future.cancel(true);
    }
  }

  /** For {@code handle}. */
  static Outcome<Object> outcome(Object value, @Nullable Throwable thrown) {
    return switch (thrown) {
      case null -> new Outcome.Success<>(value);
      case CompletionException wrapper when wrapper.getCause() != null ->
          Outcome.of(wrapper.getCause());
      default -> Outcome.of(thrown);
    };
  }
}
