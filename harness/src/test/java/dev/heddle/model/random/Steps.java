package dev.heddle.model.random;

import static dev.heddle.model.random.Ending.CANCELLED;
import static dev.heddle.model.random.Local.enter;
import static dev.heddle.model.random.Local.failed;
import static dev.heddle.model.random.Local.value;

import dev.heddle.model.random.Ending.Failure.Known;
import dev.heddle.model.random.Proc.*;
import dev.heddle.model.random.Script.*;
import dev.heddle.model.random.World.Queue;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * The steps that a flow may take next: the rules of the contract, each beside the ID of its line. A
 * request to cancel waits with the flow until it is at a suspension; there it may be delivered,
 * which ends the suspension with the cancellation. Where what is waited for is there as well,
 * either may come first.
 */
final class Steps {

  private static final Move DELIVERED = new Move(new Done(CANCELLED), false);

  private final World world;
  private final int task;

  /**
   * @param task the task that the flow is part of
   */
  Steps(World world, int task) {
    this.world = world;
    this.task = task;
  }

  World world() {
    return world;
  }

  int task() {
    return task;
  }

  List<Move> from(Proc at, boolean requested) {
    return switch (at) {
      case Done done -> List.of();
      case Acted(Ending ending) -> List.of(go(new Done(ending), requested));
      case New(Script script) -> begin(script, requested);
      case At(Script script) -> act(script, requested);
      case AtGate(int gate) ->
          suspended(
              requested, when(world.open().contains(gate), go(value(Script.UNIT), requested)));
      case Seq(Proc first, Script next) ->
          inside(first, requested, moved -> Local.seq(moved, next));
      case Recovering(Proc attempt, Script handler) ->
          inside(attempt, requested, moved -> Local.recovering(moved, handler));
      case Catching(Proc attempt, Script handler) ->
          inside(attempt, requested, moved -> Local.catching(moved, handler));
      case Awaiting awaiting -> await(awaiting, requested);
      case Shielded(int shielded) -> suspended(requested, outcomeOf(shielded, requested)); // S1–S4
      case Queued queued -> queued(queued, requested);
      case Holding holding -> hold(holding, requested);
      case Joining joining -> new JoinSteps(this, joining, requested).all();
      case Limited limited -> new LimitSteps(this, limited, requested).all();
      case Grouping grouping -> new GroupSteps(this, grouping, requested).all();
      case Consuming consuming -> consume(consuming, requested);
    };
  }

  /** T6: one that was cancelled before may never begin. Whether it had begun nobody can tell. */
  private static List<Move> begin(Script script, boolean requested) {
    Move begin = go(enter(script), requested);
    return requested ? List.of(DELIVERED, begin) : List.of(begin);
  }

  private List<Move> inside(Proc part, boolean requested, Function<Proc, Proc> whole) {
    return from(part, requested).stream().map(move -> move.within(whole)).toList();
  }

  private List<Move> act(Script script, boolean requested) {
    return switch (script) {
      case SleepZero sleep -> suspended(requested, List.of(go(value(Script.UNIT), requested)));
      case SleepHours sleep -> suspended(requested, List.of());
      case Forever forever -> suspended(requested, List.of());
      case Pass(int gate) -> List.of(go(new AtGate(gate), requested, w -> w.arrive(gate)));
      case Open(int gate) -> List.of(go(value(Script.UNIT), requested, w -> w.open(gate)));
      case AwaitArrival(int gate) ->
          suspended(
              requested, when(world.arrived().contains(gate), go(value(Script.UNIT), requested)));
      case CancelSelf self -> // T16, T17: it is running when the request comes
          List.of(go(value(Script.UNIT), requested, w -> w.cancel(task)));
      case Cancel(int other) -> List.of(cancel(other, requested));
      case Start(int started, Script body, Script rest) -> // T1
          List.of(go(enter(rest), requested, w -> w.start(started, World.NO_GROUP, body)));
      case Wait wait -> suspended(requested, when(mayReturn(wait), go(found(wait), requested)));
      case AsCompleted completed -> List.of(startAll(completed, requested));
      case Add add -> List.of(add(add, requested));
      case Within(Await(int awaited), Limit zero) -> // TO4
          world.isDone(awaited)
              ? suspended(requested, outcomeOf(awaited, requested))
              : List.of(go(expired(awaited), requested, w -> w.cancel(awaited)));
      case Within neverStarted -> // TO4
          suspended(requested, List.of(go(failed(Known.TIMED_OUT), requested)));
      case Bounded bounded -> suspended(requested, List.of(acquire(bounded, requested)));
      case Shield(int started, Script inner) ->
          List.of(
              go(new Shielded(started), requested, w -> w.start(started, World.NO_GROUP, inner)));
      default -> throw new IllegalStateException(script + " neither acts nor suspends");
    };
  }

  /** A suspension that can end in one of the given ways, or by a cancellation. */
  List<Move> suspended(boolean requested, List<Move> ways) {
    if (!requested) {
      return ways;
    }
    List<Move> all = new ArrayList<>(ways);
    all.add(DELIVERED);
    return all;
  }

  static Move go(Proc to, boolean requested) {
    return new Move(to, requested);
  }

  static Move go(Proc to, boolean requested, UnaryOperator<World> effect) {
    Proc after = to instanceof Done(Ending ending) ? new Acted(ending) : to;
    return new Move(after, requested, effect);
  }

  private static List<Move> when(boolean possible, Move move) {
    return possible ? List.of(move) : List.of();
  }

  private List<Move> outcomeOf(int other, boolean requested) {
    return world.ending(other).map(ending -> go(new Done(ending), requested)).stream().toList();
  }

  /** T4, T7–T9: true unless the task has ended; it is not done by that. */
  private Move cancel(int other, boolean requested) {
    return go(value(!world.isDone(other)), requested, w -> w.cancel(other));
  }

  /**
   * T18–T20: a cancellation is passed on to the task, whose outcome then decides. One more may be
   * passed on too, or merge with the first, as whoever waits has not noticed that one yet.
   */
  private List<Move> await(Awaiting awaiting, boolean requested) {
    int other = awaiting.task();
    if (world.isDone(other)) {
      List<Move> ways = new ArrayList<>(outcomeOf(other, requested));
      if (requested && awaiting.passedOn()) {
        ways.addAll(outcomeOf(other, false));
      }
      return suspended(requested, ways);
    }
    if (!requested) {
      return List.of();
    }
    Awaiting passedOn = new Awaiting(other, true);
    Move pass = go(passedOn, false, w -> w.cancel(other));
    return awaiting.passedOn() ? List.of(pass, go(passedOn, false)) : List.of(pass);
  }

  private static Limited expired(int awaited) {
    return new Limited(
        false, Limit.ZERO, new Awaiting(awaited, true), true, false, true, false, false);
  }

  /** W2, W4–W8, W10: a limit that may pass at any moment lets the wait return at any moment. */
  private boolean mayReturn(Wait wait) {
    if (wait.limit() == Limit.ZERO || wait.limit() == Limit.SHORT) {
      return true;
    }
    List<Ending> endings =
        wait.tasks().stream().flatMap(other -> world.ending(other).stream()).toList();
    boolean all = endings.size() == wait.tasks().size();
    return switch (wait.until()) {
      case FIRST_COMPLETED -> !endings.isEmpty();
      case FIRST_EXCEPTION -> all || endings.stream().anyMatch(Ending::isFailure);
      case ALL_COMPLETED -> all;
    };
  }

  /** W3, W16: all that are done when it returns. */
  private Proc found(Wait wait) {
    return value(wait.tasks().stream().filter(world::isDone).sorted().toList());
  }

  /** AC9: what is no task yet is started at the call. */
  private Move startAll(AsCompleted completed, boolean requested) {
    Set<Integer> tasks = new HashSet<>();
    UnaryOperator<World> starts = UnaryOperator.identity();
    for (int i = 0; i < completed.children().size(); i++) {
      Script child = completed.children().get(i);
      int number = child instanceof Await(int known) ? known : completed.firstTask() + i;
      tasks.add(number); // AC4
      if (!(child instanceof Await)) {
        UnaryOperator<World> before = starts;
        starts = w -> before.apply(w).start(number, World.NO_GROUP, child);
      }
    }
    Consuming first =
        new Consuming(
            Set.copyOf(tasks), completed.take(), completed.limit(), Optional.empty(), List.of());
    return go(Local.consuming(first), requested, starts);
  }

  /**
   * AC1, AC2, AC11: the next that has ended, however it ended. AC6, AC7, AC18: after the limit,
   * those that ended in time, then one failure for each of the others.
   */
  private List<Move> consume(Consuming consuming, boolean requested) {
    Set<Integer> ended =
        consuming.untaken().stream().filter(world::isDone).collect(Collectors.toSet());
    Set<Integer> ready = consuming.inTime().orElse(ended);
    List<Move> ways = new ArrayList<>();
    for (int next : ready) {
      ways.add(go(take(consuming, next, world.ending(next).orElseThrow()), requested));
    }
    if (consuming.inTime().isPresent() && ready.isEmpty()) {
      int late = consuming.untaken().iterator().next();
      ways.add(go(take(consuming, late, Ending.failed(Known.TIMED_OUT)), requested));
    }
    boolean limited = consuming.limit() == Limit.ZERO || consuming.limit() == Limit.SHORT;
    if (limited && consuming.inTime().isEmpty()) {
      ways.add(
          go(
              new Consuming(
                  consuming.untaken(),
                  consuming.left(),
                  consuming.limit(),
                  Optional.of(Set.copyOf(ended)),
                  consuming.taken()),
              requested));
    }
    return suspended(requested, ways);
  }

  private static Proc take(Consuming consuming, int next, Ending ending) {
    List<Object> taken = new ArrayList<>(consuming.taken());
    taken.add(ending);
    return Local.consuming(
        new Consuming(
            without(consuming.untaken(), next),
            consuming.left() - 1,
            consuming.limit(),
            consuming.inTime().map(ready -> without(ready, next)),
            List.copyOf(taken)));
  }

  /** TG21: a group that is shutting down or has finished takes nothing more. */
  private Move add(Add add, boolean requested) {
    return world.phase(add.group()).isPresent()
        ? go(failed(Known.REFUSED), requested)
        : go(enter(add.rest()), requested, w -> w.start(add.task(), add.group(), add.child()));
  }

  /** SEM1, SEM3: who finds no permit free waits in the order of asking. */
  private Move acquire(Bounded bounded, boolean requested) {
    Permit permits = bounded.permits();
    int ticket = bounded.ticket();
    Queue queue = world.queue(permits);
    if (queue.free() > 0) {
      Queue taken = new Queue(queue.free() - 1, queue.waiting(), queue.granted());
      return go(
          new Holding(permits, enter(bounded.body())), requested, w -> w.with(permits, taken));
    }
    List<Integer> waiting = new ArrayList<>(queue.waiting());
    waiting.add(ticket);
    Queue longer = new Queue(0, List.copyOf(waiting), queue.granted());
    return go(new Queued(permits, ticket, bounded.body()), requested, w -> w.with(permits, longer));
  }

  /** SEM5: who is cancelled while waiting leaves, and gives back what was granted meanwhile. */
  private List<Move> queued(Queued queued, boolean requested) {
    Permit permits = queued.permits();
    int ticket = queued.ticket();
    boolean granted = world.queue(permits).granted().contains(ticket);
    List<Move> moves = new ArrayList<>();
    if (granted) {
      moves.add(
          go(
              new Holding(permits, enter(queued.body())),
              requested,
              w -> w.with(permits, leave(w.queue(permits), ticket))));
    }
    if (requested) {
      moves.add(
          go(
              new Done(CANCELLED),
              false,
              w -> {
                Queue left = leave(w.queue(permits), ticket);
                return w.with(permits, granted ? release(left) : left);
              }));
    }
    return moves;
  }

  /** SEM2, SEM4, SEM6: however the body ends, the permit goes back before anything else. */
  private List<Move> hold(Holding holding, boolean requested) {
    Permit permits = holding.permits();
    if (holding.body() instanceof Done done) {
      return List.of(go(done, requested, w -> w.with(permits, release(w.queue(permits)))));
    }
    return inside(holding.body(), requested, moved -> new Holding(permits, moved));
  }

  private static Queue release(Queue queue) {
    if (queue.waiting().isEmpty()) {
      return new Queue(queue.free() + 1, List.of(), queue.granted());
    }
    Set<Integer> granted = new HashSet<>(queue.granted());
    granted.add(queue.waiting().getFirst());
    return new Queue(
        queue.free(),
        List.copyOf(queue.waiting().subList(1, queue.waiting().size())),
        Set.copyOf(granted));
  }

  private static Queue leave(Queue queue, int ticket) {
    return new Queue(
        queue.free(),
        queue.waiting().stream().filter(other -> other != ticket).toList(),
        without(queue.granted(), ticket));
  }

  private static Set<Integer> without(Collection<Integer> all, int one) {
    return all.stream().filter(other -> other != one).collect(Collectors.toUnmodifiableSet());
  }
}
