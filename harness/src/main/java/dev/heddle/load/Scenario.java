package dev.heddle.load;

import dev.heddle.plan.Plan;
import java.net.URI;
import java.util.function.LongFunction;

/** What each arrival does, and what is to be expected of it. Immutable. */
public interface Scenario {

  /** How many requests one arrival sends, if nothing of it is cut short. */
  int exchanges();

  /** The plan of each arrival, by its number from 0, against a server. */
  LongFunction<Plan<?>> plans(URI server);

  /** Whether an arrival may leave out or cancel requests although all goes well. */
  boolean mayBeCutShort();

  /** Whether an arrival may end otherwise than with a value although all goes well. */
  boolean mayFail();
}
