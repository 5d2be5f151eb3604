package dev.heddle.model;

import dev.heddle.plan.Plan;
import dev.heddle.task.Cancellable;
import dev.heddle.task.Outcome;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The children of one pattern whose bodies run in steps, and how their parent's body goes on after
 * them.
 */
final class StepChildren<R> {

  private final StepChild<?>[] children;
  private final FanIn ends;
  private final StepBody parent;
  private final Consumer<Outcome<R>> end;
  private @Nullable Suspension suspension;

  /**
   * Children that have not begun.
   *
   * @param end told once how the pattern ended
   */
  StepChildren(
      List<? extends Plan<?>> plans,
      FanIn.Rule rule,
      StepWork work,
      StepBody parent,
      Consumer<Outcome<R>> end) {
    this.parent = parent;
    this.end = end;
    this.ends = new FanIn(plans.size(), rule, this::wake);
    this.children = new StepChild<?>[plans.size()];
    for (int i = 0; i < children.length; i++) {
      children[i] = new StepChild<>(plans.get(i), work, i, ends, parent);
    }
  }

  /**
   * Suspends the parent and queues each child's first step, never running one on the caller's
   * stack.
   */
  void startAll(StepWork work) {
    if (children.length == 0) {
      end.accept(ends.outcome());
      return;
    }
    suspension =
        Suspension.begin(parent.cancellation(), this::cancelAll, this::cancelAgain, this::resume);
    for (StepChild<?> child : children) {
      try {
        work.execute(child);
      } catch (RuntimeException | Error refused) {
        child.reject(refused);
      }
    }
  }

  private void wake() {
    Suspension waiting = suspension;
    if (waiting == null) {
      return;
    }
    if (ends.running() == 0) {
      waiting.ended();
    } else if (ends.isDecided()) {
      waiting.endIfUndisturbed();
    } else {
      cancelAll();
    }
  }

  private boolean cancelAll() {
    if (ends.beginCancelling()) {
      requestAll();
    }
    return false;
  }

  private boolean cancelAgain() {
    if (ends.passesCancellationsOn()) {
      requestAll();
    }
    return false;
  }

  private void requestAll() {
    Cancellable.requestAll(Arrays.stream(children).map(StepChild::cancellation).toList());
  }

  private void resume(boolean cancelled) {
    if (cancelled && !ends.outweighsCancellation()) {
      end.accept(Outcome.of(new CancellationException("cancelled while waiting for children")));
      return;
    }
    if (cancelled && ends.cancellationStaysPending()) {
      parent.cancellation().redeliver();
    }
    if (ends.running() > 0) {
      Survivors.adopt(ends, this::cancelAll, parent.leftovers());
    }
    end.accept(ends.outcome());
  }
}
