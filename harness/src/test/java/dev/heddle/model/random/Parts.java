package dev.heddle.model.random;

import dev.heddle.model.random.Script.*;
import java.util.List;
import java.util.function.Predicate;

/** The scripts that a script is made of. */
final class Parts {

  private Parts() {}

  static List<Script> of(Script script) {
    return switch (script) {
      case Then(Script first, Script next) -> List.of(first, next);
      case Recover(Script attempt, Script handler) -> List.of(attempt, handler);
      case OnCancel(Script attempt, Script handler) -> List.of(attempt, handler);
      case Start start -> List.of(start.body(), start.rest());
      case Add add -> List.of(add.child(), add.rest());
      case Gather(List<Script> children) -> children;
      case Outcomes(List<Script> children) -> children;
      case Group(List<Script> children) -> children;
      case Race(List<Script> children) -> children;
      case AsCompleted completed -> completed.children();
      case OpenGroup group -> List.of(group.body());
      case Within within -> List.of(within.work());
      case Timeout timeout -> List.of(timeout.block());
      case Bounded bounded -> List.of(bounded.body());
      case Shield shield -> List.of(shield.inner());
      default -> List.of();
    };
  }

  /** Whether this or something in it is of a kind. */
  static boolean any(Script script, Predicate<Script> kind) {
    return kind.test(script) || of(script).stream().anyMatch(part -> any(part, kind));
  }

  /** Whether it may go on after a cancellation that was delivered to it. */
  static boolean maySwallow(Script script) {
    return any(script, part -> part instanceof OnCancel || part instanceof Recover);
  }

  /**
   * About how many states there are to explore: what runs side by side multiplies. It saves the
   * exploration of scripts that are far too big.
   */
  static double states(Script script) {
    return switch (script) {
      case NoOp local -> 1;
      case Value local -> 1;
      case Fail local -> 1;
      case Call local -> 1;
      case Throw local -> 1;
      case RaiseCancellation local -> 1;
      case Start(int task, Script body, Script rest) -> (states(body) + 1) * states(rest);
      case Add(int group, int task, Script child, Script rest) ->
          (states(child) + 1) * states(rest);
      case Within(Script work, Limit limit) -> states(work) * (limit == Limit.SHORT ? 3 : 1);
      case Timeout(Script block, Limit limit) -> states(block) * (limit == Limit.SHORT ? 3 : 1);
      case OpenGroup(int group, Script body) -> states(body) * 2;
      case Gather(List<Script> children) -> product(children, 1);
      case Outcomes(List<Script> children) -> product(children, 1);
      case Group(List<Script> children) -> product(children, 2);
      case Race(List<Script> children) -> product(children, 2);
      case AsCompleted completed -> product(completed.children(), 4);
      default -> 2 + of(script).stream().mapToDouble(Parts::states).sum();
    };
  }

  private static double product(List<Script> children, int own) {
    return children.stream().mapToDouble(child -> states(child) + 1).reduce(own, (a, b) -> a * b);
  }
}
