package dev.heddle.model.random;

import dev.heddle.model.random.Script.Permit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The whole state of a run: its tasks, the children that failed gathers left behind, and what they
 * share. Immutable, and equal if everything in it is: the explorer visits each state once.
 *
 * @param cleaning whether the main plan has ended and what it left is being cancelled
 */
record World(
    Map<Integer, Root> tasks,
    List<Root> survivors,
    Set<Integer> arrived,
    Set<Integer> open,
    Map<Permit, Queue> permits,
    Map<Integer, Phase> groups,
    boolean cleaning) {

  static final int MAIN = 0;
  static final int NO_GROUP = -1;

  /**
   * A flow that nobody encloses.
   *
   * @param task the task that it is, or that it was a child in
   * @param group the open group that it is a task of
   * @param maySwallow whether a cancellation may not end it
   * @param swept whether the end of the run has cancelled it
   */
  record Root(Flow flow, int task, int group, boolean maySwallow, boolean swept) {

    Root with(Flow changed) {
      return new Root(changed, task, group, maySwallow, swept);
    }

    Root requested() {
      return with(flow.afterRequest());
    }

    Root sweep() {
      return swept ? this : new Root(flow.afterRequest(), task, group, maySwallow, true);
    }

    boolean isUnfinished() {
      return flow.ending().isEmpty();
    }
  }

  /** Where an open group is on its way to its end; groups that are not named have just begun. */
  enum Phase {
    SHUTTING_DOWN,
    FINISHED
  }

  /**
   * A fair semaphore: who waits, longest first, and who has been handed a permit but not noticed.
   */
  record Queue(int free, List<Integer> waiting, Set<Integer> granted) {}

  static World of(Script script) {
    return new World(
        Map.of(MAIN, new Root(new Flow(script), MAIN, NO_GROUP, Parts.maySwallow(script), false)),
        List.of(),
        Set.of(),
        Set.of(),
        Map.of(
            Permit.SINGLE, new Queue(Permit.SINGLE.count(), List.of(), Set.of()),
            Permit.PAIR, new Queue(Permit.PAIR.count(), List.of(), Set.of())),
        Map.of(),
        false);
  }

  Optional<Ending> ending(int task) {
    return root(task).flow().ending();
  }

  boolean isDone(int task) {
    return ending(task).isPresent();
  }

  Stream<Root> children(int group) {
    return tasks.values().stream().filter(root -> root.group() == group);
  }

  Optional<Phase> phase(int group) {
    return Optional.ofNullable(groups.get(group));
  }

  Queue queue(Permit permit) {
    Queue queue = permits.get(permit);
    if (queue == null) {
      throw new IllegalStateException("No " + permit);
    }
    return queue;
  }

  Root root(int task) {
    Root root = tasks.get(task);
    if (root == null) {
      throw new IllegalStateException("Task " + task + " has not been started");
    }
    return root;
  }

  World start(int task, int group, Script body) {
    return withTask(task, new Root(new Flow(body), task, group, Parts.maySwallow(body), false));
  }

  World cancel(int task) {
    return withTask(task, root(task).requested());
  }

  World withTask(int task, Root root) {
    return withTasks(with(tasks, task, root));
  }

  World withSurvivors(List<Root> now) {
    return new World(tasks, now, arrived, open, permits, groups, cleaning);
  }

  World leaveBehind(List<Flow> flows, int task) {
    List<Root> now = new ArrayList<>(survivors);
    boolean maySwallow = root(task).maySwallow();
    flows.forEach(flow -> now.add(new Root(flow, task, NO_GROUP, maySwallow, false)));
    return withSurvivors(List.copyOf(now));
  }

  World arrive(int gate) {
    return new World(tasks, survivors, with(arrived, gate), open, permits, groups, cleaning);
  }

  World open(int gate) {
    return new World(tasks, survivors, arrived, with(open, gate), permits, groups, cleaning);
  }

  World with(Permit permit, Queue queue) {
    return new World(
        tasks, survivors, arrived, open, with(permits, permit, queue), groups, cleaning);
  }

  World withPhase(int group, Phase phase) {
    return new World(
        tasks, survivors, arrived, open, permits, with(groups, group, phase), cleaning);
  }

  /** TG4, TG16, TG21: from now on nothing can be added, and what runs is cancelled. */
  World shutDown(int group) {
    return cancelChildren(group).withPhase(group, Phase.SHUTTING_DOWN);
  }

  World cancelChildren(int group) {
    Map<Integer, Root> now = new HashMap<>(tasks);
    now.replaceAll((task, root) -> root.group() == group ? root.requested() : root);
    return withTasks(Map.copyOf(now));
  }

  /** R3: the main plan has ended, and how it did plays no part any more; what it left goes. */
  World cleanUp() {
    Root ended =
        new Root(new Flow(new Proc.Done(Ending.CANCELLED), false), MAIN, NO_GROUP, false, true);
    World swept = withTask(MAIN, ended).sweep();
    return new World(swept.tasks(), swept.survivors(), arrived, open, permits, groups, true);
  }

  /** Cancels all that is there. */
  World sweep() {
    Map<Integer, Root> now = new HashMap<>(tasks);
    now.replaceAll((task, root) -> root.sweep());
    return withTasks(Map.copyOf(now)).withSurvivors(survivors.stream().map(Root::sweep).toList());
  }

  /** Whether something unfinished may go on after having been cancelled. */
  boolean maySwallow() {
    return Stream.concat(tasks.values().stream(), survivors.stream())
        .anyMatch(root -> root.isUnfinished() && root.maySwallow());
  }

  private World withTasks(Map<Integer, Root> now) {
    return new World(now, survivors, arrived, open, permits, groups, cleaning);
  }

  private static <K, V> Map<K, V> with(Map<K, V> map, K key, V value) {
    Map<K, V> changed = new HashMap<>(map);
    changed.put(key, value);
    return Map.copyOf(changed);
  }

  private static Set<Integer> with(Set<Integer> set, int element) {
    Set<Integer> changed = new HashSet<>(set);
    changed.add(element);
    return Set.copyOf(changed);
  }
}
