package dev.heddle.model;

import com.fasterxml.jackson.databind.JsonNode;
import dev.heddle.plan.Deadline;
import dev.heddle.plan.TaskGroup;
import dev.heddle.task.Permits;
import dev.heddle.task.Task;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** What the plans and steps of one shared case have in common, by name. */
final class SharedStage {

  private final Map<String, Task<Object>> tasks = new ConcurrentHashMap<>();
  private final Map<String, TaskGroup> groups = new ConcurrentHashMap<>();
  private final Map<String, Deadline> deadlines = new ConcurrentHashMap<>();
  private final Map<String, Gate> gates = new ConcurrentHashMap<>();
  private final Map<String, Permits> permits = new ConcurrentHashMap<>();
  private final Map<String, Exception> failures = new ConcurrentHashMap<>();
  private final Map<String, Semaphore> waiters = new ConcurrentHashMap<>();
  private final BlockingQueue<String> journal = new LinkedBlockingQueue<>();

  SharedStage(JsonNode permits) {
    permits
        .properties()
        .forEach(entry -> this.permits.put(entry.getKey(), new Permits(entry.getValue().asInt())));
  }

  Task<Object> task(String name) {
    return Objects.requireNonNull(tasks.get(name), name);
  }

  void add(String name, Task<Object> task) {
    tasks.put(name, task);
  }

  TaskGroup group(String name) {
    return Objects.requireNonNull(groups.get(name), name);
  }

  void add(String name, TaskGroup group) {
    groups.put(name, group);
  }

  Deadline deadline(String name) {
    return Objects.requireNonNull(deadlines.get(name), name);
  }

  void add(String name, Deadline deadline) {
    deadlines.put(name, deadline);
  }

  Gate gate(String name) {
    return gates.computeIfAbsent(name, _ -> new Gate());
  }

  Permits permits(String name) {
    return Objects.requireNonNull(permits.get(name), name);
  }

  /** The failure of that name, one object in a case. */
  Exception failure(String name) {
    return failures.computeIfAbsent(name, message -> new Exception(message));
  }

  boolean isFailure(String name, Throwable thrown) {
    return failures.get(name) == thrown;
  }

  /** Somebody is about to wait for that task. */
  void countWaiter(String task) {
    waiters(task).release();
  }

  void awaitWaiters(String task, int count) throws InterruptedException {
    if (!waiters(task).tryAcquire(count, 20, TimeUnit.SECONDS)) {
      throw new AssertionError("Fewer than " + count + " wait for " + task + " within 20 s");
    }
  }

  private Semaphore waiters(String task) {
    return waiters.computeIfAbsent(task, _ -> new Semaphore(0));
  }

  BlockingQueue<String> journal() {
    return journal;
  }
}
