package dev.heddle.idiom;

import dev.heddle.task.Outcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** What people write against an {@link ExecutorService}, whatever its threads are. */
record OnExecutor(ExecutorService executor) {

  List<Object> gather(List<Callable<Object>> calls) throws Exception {
    List<Object> values = new ArrayList<>(calls.size());
    for (Future<Object> future : executor.invokeAll(calls)) {
      values.add(future.get());
    }
    return values;
  }

  List<Outcome<Object>> outcomes(List<Callable<Object>> calls) throws Exception {
    List<Outcome<Object>> outcomes = new ArrayList<>(calls.size());
    for (Future<Object> future : executor.invokeAll(calls)) {
      outcomes.add(outcome(future));
    }
    return outcomes;
  }

  Outcome<Object> firstCompleted(List<Callable<Object>> calls) throws Exception {
    return outcome(submitAll(calls).take());
  }

  void asCompleted(List<Callable<Object>> calls, Consumer<Outcome<Object>> consumer)
      throws Exception {
    CompletionService<Object> completions = submitAll(calls);
    for (int i = 0; i < calls.size(); i++) {
      consumer.accept(outcome(completions.take()));
    }
  }

  Object within(Callable<Object> call, Duration limit) throws Exception {
    Future<Object> future = executor.submit(call);
    try {
      return future.get(limit.toNanos(), TimeUnit.NANOSECONDS);
    } finally {
      future.cancel(true);
    }
  }

  Object race(List<Callable<Object>> calls) throws Exception {
    return executor.invokeAny(calls);
  }

  private CompletionService<Object> submitAll(List<Callable<Object>> calls) {
    CompletionService<Object> completions = new ExecutorCompletionService<>(executor);
    for (Callable<Object> call : calls) {
      Future<Object> _ = completions.submit(call);
    }
    return completions;
  }

  private static Outcome<Object> outcome(Future<Object> ended) {
    return switch (ended.state()) {
      case SUCCESS -> new Outcome.Success<>(ended.resultNow());
      case FAILED -> Outcome.of(ended.exceptionNow());
      case CANCELLED -> Outcome.of(new CancellationException());
      case RUNNING -> throw new IllegalStateException("Its executor handed out " + ended);
    };
  }
}
