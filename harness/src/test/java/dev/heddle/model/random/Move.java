package dev.heddle.model.random;

import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * One step that a flow may take.
 *
 * @param to where it is then
 * @param requested whether a request to cancel is still undelivered then
 * @param effect what becomes of the rest of the world
 */
record Move(Proc to, boolean requested, UnaryOperator<World> effect) {

  Move(Proc to, boolean requested) {
    this(to, requested, UnaryOperator.identity());
  }

  /** The same step as part of something greater. */
  Move within(Function<Proc, Proc> whole) {
    return new Move(whole.apply(to), requested, effect);
  }

  Move withRequested(boolean now) {
    return new Move(to, now, effect);
  }
}
