package dev.heddle.model.random;

import dev.heddle.model.random.Ending.Failure;
import dev.heddle.model.random.Script.Permit;
import dev.heddle.plan.Plan;
import dev.heddle.plan.TaskGroup;
import dev.heddle.plan.Unit;
import dev.heddle.task.Outcome;
import dev.heddle.task.Permits;
import dev.heddle.task.Task;
import dev.heddle.task.TaskGroupException;
import dev.heddle.task.TimedOutException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** What the parts of one running script share, and how what comes out of them is called. */
final class Stage {

  /** The planted failure of this number is an Error; the others are Exceptions. */
  static final int ERROR = 3;

  private final Map<Integer, Signal> arrivals = new ConcurrentHashMap<>();
  private final Map<Integer, Signal> gates = new ConcurrentHashMap<>();
  private final Map<Integer, Throwable> planted = new ConcurrentHashMap<>();
  private final Map<Integer, Task<Object>> tasks = new ConcurrentHashMap<>();
  private final Map<Integer, TaskGroup> groups = new ConcurrentHashMap<>();
  private final Map<Permit, Permits> permits = new HashMap<>();
  private final Signal never = new Signal();

  Stage() {
    for (Permit permit : Permit.values()) {
      permits.put(permit, new Permits(permit.count()));
    }
  }

  Signal arrival(int gate) {
    return arrivals.computeIfAbsent(gate, number -> new Signal());
  }

  Signal gate(int gate) {
    return gates.computeIfAbsent(gate, number -> new Signal());
  }

  Plan<Unit> forever() {
    return never.await();
  }

  Throwable plantedFailure(int number) {
    return planted.computeIfAbsent(
        number, n -> n == ERROR ? new PlantedError(n) : new PlantedException(n));
  }

  Permits permits(Permit permit) {
    return Objects.requireNonNull(permits.get(permit));
  }

  void put(int number, Task<Object> task) {
    tasks.put(number, task);
  }

  Task<Object> task(int number) {
    return Objects.requireNonNull(tasks.get(number));
  }

  void put(int number, TaskGroup group) {
    groups.put(number, group);
  }

  TaskGroup group(int number) {
    return Objects.requireNonNull(groups.get(number));
  }

  /** What is not as it was before the run; empty if all is well. */
  Optional<String> disorder() {
    List<String> wrong =
        permits.entrySet().stream()
            .filter(
                entry ->
                    entry.getValue().available() != entry.getKey().count()
                        || entry.getValue().waiting() != 0)
            .map(
                entry ->
                    "%s has %d free permits and %d waiting"
                        .formatted(
                            entry.getKey(),
                            entry.getValue().available(),
                            entry.getValue().waiting()))
            .toList();
    return wrong.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", wrong));
  }

  Ending ending(Outcome<?> outcome) {
    return switch (outcome) {
      case Outcome.Success<?>(Object value) -> new Ending.Value(value);
      case Outcome.Failure<?>(Throwable cause) -> Ending.failed(failure(cause));
      case Outcome.Cancelled<?> cancelled -> Ending.CANCELLED;
    };
  }

  private Failure failure(Throwable thrown) {
    return switch (thrown) {
      case TimedOutException timedOut -> Failure.Known.TIMED_OUT;
      case TaskGroupException group ->
          new Failure.Grouped(
              group.errors().stream().map(this::failure).collect(Collectors.toSet()));
      case Planted own when planted.get(own.number()) == thrown ->
          new Failure.Planted(own.number());
      case IllegalStateException refused
          when String.valueOf(refused.getMessage()).startsWith("The group ") ->
          Failure.Known.REFUSED;
      default -> new Failure.Stray(thrown.toString());
    };
  }

  private interface Planted {
    int number();
  }

  private static final class PlantedException extends Exception implements Planted {

    private static final long serialVersionUID = 1L;

    private final int number;

    PlantedException(int number) {
      super("planted " + number);
      this.number = number;
    }

    @Override
    public int number() {
      return number;
    }
  }

  private static final class PlantedError extends Error implements Planted {

    private static final long serialVersionUID = 1L;

    private final int number;

    PlantedError(int number) {
      super("planted " + number);
      this.number = number;
    }

    @Override
    public int number() {
      return number;
    }
  }
}
