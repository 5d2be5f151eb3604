package dev.heddle.model.random;

import dev.heddle.model.ExecutionModel;
import dev.heddle.model.Model;
import dev.heddle.model.ModelOptions;
import dev.heddle.task.Outcome;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** One opened model on which one script after the other is run, each within a bound. */
final class Bench implements AutoCloseable {

  /** Thrown where a run has not ended, or has left something behind. */
  static final class BrokenException extends Exception {

    private static final long serialVersionUID = 1L;

    BrokenException(String message) {
      super(message);
    }
  }

  private final ExecutionModel model;
  private final ExecutorService runner;

  Bench(Model kind) {
    model = kind.open(ModelOptions.DEFAULT.withFailures((task, cause) -> {}));
    runner =
        Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("runner-of-" + kind.commandLineName()).factory());
  }

  /** A run that has been started. */
  interface Running {

    /**
     * How the script ended, waiting for so many nanoseconds.
     *
     * @throws BrokenException after which this bench is not to be used again
     */
    Ending await(long nanos) throws BrokenException, InterruptedException;
  }

  Running start(PlanBuilder plans, Stage stage, Script script) {
    Future<Ending> ending = runner.submit(() -> run(plans, stage, script));
    return nanos -> {
      try {
        return ending.get(nanos, TimeUnit.NANOSECONDS);
      } catch (TimeoutException e) {
        throw new BrokenException("hangs; unfinished:\n" + model.dump());
      } catch (ExecutionException e) {
        if (e.getCause() instanceof BrokenException broken) {
          throw broken;
        }
        throw new IllegalStateException(e.getCause());
      }
    };
  }

  private Ending run(PlanBuilder plans, Stage stage, Script script) throws BrokenException {
    Outcome<Object> outcome;
    try {
      outcome = new Outcome.Success<>(model.run(plans.build(script)));
    } catch (Throwable thrown) {
      outcome = Outcome.of(thrown);
    }
    audit(stage);
    return stage.ending(outcome);
  }

  private void audit(Stage stage) throws BrokenException {
    if (Thread.interrupted()) {
      throw new BrokenException("left the thread of its run interrupted");
    }
    if (!model.tasks().isEmpty()) {
      throw new BrokenException("left tasks unfinished:\n" + model.dump());
    }
    if (stage.disorder().isPresent()) {
      throw new BrokenException("lost permits: " + stage.disorder().orElseThrow());
    }
  }

  /** Ends the model, without waiting for a run that hangs. */
  void abandon() {
    runner.shutdownNow();
    var unused = closing();
  }

  /** Ends the model, which has no run. */
  @Override
  public void close() {
    runner.shutdown();
    Thread closing = closing();
    boolean ended;
    try {
      ended = closing.join(Duration.ofSeconds(20));
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    if (!ended) {
      throw new AssertionError("Closing the model hangs; unfinished:\n" + model.dump());
    }
  }

  private Thread closing() {
    return Thread.ofPlatform().daemon().name("closer").start(model::close);
  }
}
