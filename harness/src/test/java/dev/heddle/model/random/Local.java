package dev.heddle.model.random;

import static dev.heddle.model.random.Ending.CANCELLED;

import dev.heddle.model.random.Ending.Failure;
import dev.heddle.model.random.Proc.*;
import dev.heddle.model.random.Script.*;
import java.util.List;

/**
 * What a flow does by itself, seen by nobody, up to where it acts or suspends. As no request can be
 * delivered in between, such a stretch needs no steps of its own.
 */
final class Local {

  private Local() {}

  static Proc enter(Script script) {
    return switch (script) {
      case NoOp noOp -> value(Script.UNIT);
      case Value(int value) -> value(value);
      case Call(int value) -> value(value);
      case Fail(int number) -> failed(new Failure.Planted(number));
      case Throw(int number) -> failed(new Failure.Planted(number));
      case RaiseCancellation raise -> new Done(CANCELLED); // T15
      case Then(Script first, Script next) -> seq(enter(first), next);
      case Recover(Script attempt, Script handler) -> recovering(enter(attempt), handler);
      case OnCancel(Script attempt, Script handler) -> catching(enter(attempt), handler);
      case Await(int task) -> new Awaiting(task, false);
      case Gather(List<Script> children) -> new Joining(Join.GATHER, children);
      case Outcomes(List<Script> children) -> new Joining(Join.OUTCOMES, children);
      case Group(List<Script> children) -> new Joining(Join.GROUP, children);
      case Race(List<Script> children) -> new Joining(Join.RACE, children);
      case OpenGroup(int group, Script body) -> new Grouping(group, enter(body));
      case Within(Script work, Limit limit) when limit != Limit.ZERO ->
          limited(new Limited(false, limit, underLimit(work, limit)));
      case Timeout(Script block, Limit limit) -> {
        Limited fresh = new Limited(true, limit, underLimit(block, limit));
        yield limited(limit == Limit.ZERO ? fresh.fire() : fresh); // TO21
      }
      case Shield(int unused, Await(int task)) -> new Shielded(task);
      default -> new At(script);
    };
  }

  /** Even where work never suspends, a short limit may pass before it ends. */
  private static Proc underLimit(Script work, Limit limit) {
    Proc begun = enter(work);
    return limit == Limit.SHORT && begun instanceof Done(Ending ending) ? new Acted(ending) : begun;
  }

  static Done value(Object value) {
    return new Done(new Ending.Value(value));
  }

  static Done failed(Failure failure) {
    return new Done(Ending.failed(failure));
  }

  static Proc seq(Proc first, Script next) {
    return switch (first) {
      case Done(Ending.Value value) -> enter(next);
      case Done other -> other;
      default -> new Seq(first, next);
    };
  }

  static Proc recovering(Proc attempt, Script handler) {
    return switch (attempt) {
      case Done(Ending.Failed failed) -> enter(handler);
      case Done other -> other;
      default -> new Recovering(attempt, handler);
    };
  }

  static Proc catching(Proc attempt, Script handler) {
    return switch (attempt) {
      case Done(Ending.Cancelled cancelled) -> enter(handler);
      case Done other -> other;
      default -> new Catching(attempt, handler);
    };
  }

  /** TO1, TO5, TO10: work whose limit has not passed decides; else see {@link LimitSteps}. */
  static Proc limited(Limited limited) {
    return limited.work() instanceof Done(Ending ending) && !limited.fired()
        ? new Done(limited.asBlock() ? blockEnding(ending, false) : ending)
        : limited;
  }

  static Ending blockEnding(Ending ending, boolean expired) {
    return ending instanceof Ending.Value(Object value)
        ? new Ending.Value(List.of(value, expired))
        : ending;
  }

  /** AC3, AC5, AC12: a consumer ends when it has enough, or when there is nothing left. */
  static Proc consuming(Consuming consuming) {
    return consuming.left() == 0 || consuming.untaken().isEmpty()
        ? value(consuming.taken())
        : consuming;
  }
}
