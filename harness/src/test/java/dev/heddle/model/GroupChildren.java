package dev.heddle.model;

import dev.heddle.plan.Call;
import dev.heddle.plan.NoOp;
import dev.heddle.plan.OpenGroup;
import dev.heddle.plan.Plan;
import dev.heddle.plan.TaskGroup;
import dev.heddle.plan.Unit;
import dev.heddle.task.Task;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** The tasks that plans add to a group, for the test to look at: numbered as they are added. */
final class GroupChildren<R> {

  private final ConcurrentMap<Integer, CompletableFuture<Task<R>>> slots =
      new ConcurrentHashMap<>();
  private final AtomicInteger added = new AtomicInteger();

  /** Adds plans to a group, one after the other, in one step. */
  Plan<Unit> addTo(TaskGroup group, List<? extends Plan<R>> plans) {
    return new Call<>(
        () -> {
          plans.forEach(plan -> keep(group.start(plan)));
          return Unit.UNIT;
        });
  }

  /** Adds a plan to a group. */
  Plan<Unit> addTo(TaskGroup group, Plan<R> plan) {
    return group.add(plan).then(task -> new Call<>(() -> keep(task)));
  }

  /** A group whose body ends when it has added the children. */
  Plan<Unit> groupOf(CountDownLatch bodyEnds, List<Plan<R>> plans) {
    return new OpenGroup<>(
        group -> addTo(group, plans).then(ContractCase.signal(bodyEnds, new NoOp())));
  }

  private Unit keep(Task<R> task) {
    slot(added.getAndIncrement()).complete(task);
    return Unit.UNIT;
  }

  private CompletableFuture<Task<R>> slot(int index) {
    return slots.computeIfAbsent(index, unused -> new CompletableFuture<>());
  }

  /** Blocks the test until that many and one have been added, and tells the last of them. */
  Task<R> get(int index) throws Exception {
    return slot(index).get(20, TimeUnit.SECONDS);
  }

  /** How many have been added. */
  int size() {
    return added.get();
  }

  /** Whether all that have been added are done; may be asked in a plan. */
  boolean areDone() {
    return slots.values().stream().allMatch(slot -> slot.join().isDone());
  }

  /** How many of those that have been added are in {@code tasks}; may be asked in a plan. */
  long countIn(Collection<Task<?>> tasks) {
    return slots.values().stream().filter(slot -> tasks.contains(slot.join())).count();
  }
}
