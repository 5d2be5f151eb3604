package dev.heddle.model.random;

import dev.heddle.model.random.World.Queue;
import dev.heddle.model.random.World.Root;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The reference interpreter: sequential and without a clock. It takes one step of one flow at a
 * time, in every order there is, and collects how the script can end. A limit that can pass is one
 * more step that can be taken at any moment. The rules are in {@link Steps}.
 */
final class Reference {

  /** A script with more states than this is too big to be explored a few thousand times. */
  private static final int MOST_STATES = 2_000;

  private final Deque<World> open = new ArrayDeque<>();
  private final Set<World> seen = new HashSet<>();
  private final Set<Ending> endings = new HashSet<>();
  private boolean mayHang;

  private Reference() {}

  /**
   * What the contract allows.
   *
   * @param endings the main plan's
   * @param mayHang whether there is an order in which the run never ends
   * @param complete whether all states were explored
   */
  record Allowed(Set<Ending> endings, boolean mayHang, boolean complete) {

    /** Whether a model can be held to it. */
    boolean isUsable() {
      return complete && !mayHang;
    }
  }

  static Allowed explore(Script script) {
    return new Reference().exploreFrom(World.of(script));
  }

  private Allowed exploreFrom(World start) {
    visit(start);
    while (!open.isEmpty() && seen.size() <= MOST_STATES && !mayHang) {
      explore(open.pop());
    }
    return new Allowed(Set.copyOf(endings), mayHang, open.isEmpty());
  }

  private void visit(World world) {
    if (seen.add(world)) {
      open.push(world);
    }
  }

  private void explore(World world) {
    Optional<Ending> main = world.ending(World.MAIN);
    if (!world.cleaning() && main.isPresent()) {
      endings.add(main.orElseThrow()); // R1, R2, R7, R9
      // What a cancellation ends needs no exploration: it cannot hang.
      if (world.maySwallow()) {
        visit(world.cleanUp());
      }
      return;
    }
    List<World> next = successors(world);
    next.forEach(this::visit);
    if (next.isEmpty()) {
      checkEnd(world);
    }
  }

  private void checkEnd(World world) {
    mayHang |=
        world.tasks().values().stream().anyMatch(Root::isUnfinished)
            || !world.survivors().isEmpty();
    if (!mayHang) {
      world
          .permits()
          .forEach(
              (permit, queue) -> {
                if (!queue.equals(new Queue(permit.count(), List.of(), Set.of()))) {
                  throw new IllegalStateException("The reference itself lost a permit: " + world);
                }
              });
    }
  }

  private static List<World> successors(World world) {
    List<World> next = new ArrayList<>();
    world
        .tasks()
        .forEach(
            (number, root) ->
                steps(world, root)
                    .map(move -> apply(move, world.withTask(number, moved(root, move))))
                    .forEach(next::add));
    for (int i = 0; i < world.survivors().size(); i++) {
      int index = i;
      Root root = world.survivors().get(i);
      steps(world, root)
          .map(move -> apply(move, withSurvivor(world, index, moved(root, move))))
          .forEach(next::add);
    }
    if (world.cleaning()) {
      sweepOf(world).ifPresent(next::add);
    }
    return next;
  }

  private static Stream<Move> steps(World world, Root root) {
    return new Steps(world, root.task()).from(root.flow().at(), root.flow().requested()).stream();
  }

  private static Root moved(Root root, Move move) {
    return root.with(new Flow(move.to(), move.requested()));
  }

  private static World apply(Move move, World world) {
    return move.effect().apply(world);
  }

  private static World withSurvivor(World world, int index, Root root) {
    List<Root> now = new ArrayList<>(world.survivors());
    now.set(index, root);
    now.removeIf(survivor -> !survivor.isUnfinished());
    return world.withSurvivors(List.copyOf(now));
  }

  /** R3: what is started while leftovers are being cancelled is cancelled when those have ended. */
  private static Optional<World> sweepOf(World world) {
    List<Root> all =
        Stream.concat(world.tasks().values().stream(), world.survivors().stream()).toList();
    boolean roundIsOver = all.stream().noneMatch(root -> root.swept() && root.isUnfinished());
    boolean another = all.stream().anyMatch(Root::isUnfinished);
    return roundIsOver && another ? Optional.of(world.sweep()) : Optional.empty();
  }
}
