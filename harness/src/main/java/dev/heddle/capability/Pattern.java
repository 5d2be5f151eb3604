package dev.heddle.capability;

import dev.heddle.plan.AsCompleted;
import dev.heddle.plan.Await;
import dev.heddle.plan.Bounded;
import dev.heddle.plan.Cancel;
import dev.heddle.plan.CurrentTask;
import dev.heddle.plan.Gather;
import dev.heddle.plan.Group;
import dev.heddle.plan.OnCancel;
import dev.heddle.plan.OpenGroup;
import dev.heddle.plan.Outcomes;
import dev.heddle.plan.Race;
import dev.heddle.plan.Shield;
import dev.heddle.plan.Start;
import dev.heddle.plan.Timeout;
import dev.heddle.plan.Wait;
import dev.heddle.plan.Within;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The operations that are compared: asyncio's, and the race that hedged requests need. */
@SuppressWarnings("ImmutableEnumChecker") // Lists and optionals that nobody can change.
public enum Pattern {
  TASK(
      "create_task",
      "starts a plan as a named task, which may outlive whoever started it; cancelling asks it to"
          + " stop, and it is done when its body has ended, clean-up included",
      List.of(Start.class, CurrentTask.class, Cancel.class, OnCancel.class, Await.class)),
  GATHER(
      "gather",
      "runs children at once, results in argument order; the first failure comes out at once and"
          + " the other children run on",
      List.of(Gather.class)),
  OUTCOMES(
      "gather(return_exceptions=True)",
      "waits for every child and gives failures in place of values",
      List.of(Outcomes.class)),
  WAIT(
      "wait",
      "waits for the first, the first failure or all of several tasks, or for a timeout; cancels"
          + " none of them",
      List.of(Wait.class)),
  AS_COMPLETED(
      "as_completed",
      "hands out tasks in the order in which they end; cancels none of them",
      List.of(AsCompleted.class)),
  GROUP(
      "TaskGroup",
      "runs children all or none; the first failure cancels the others, every failure comes out",
      List.of(Group.class)),
  OPEN_GROUP(
      "TaskGroup.create_task",
      "a group to which its body and its children add children",
      List.of(OpenGroup.class)),
  WITHIN(
      "wait_for",
      "runs a plan under a limit; when it passes, the plan is cancelled and its end waited for",
      List.of(Within.class)),
  TIMEOUT(
      "timeout",
      "a block under a deadline, which cancels it where it waits and nothing outside it",
      List.of(Timeout.class)),
  BOUNDED(
      "Semaphore",
      "runs a plan while holding a permit; whoever waits longest comes first",
      List.of(Bounded.class)),
  SHIELD(
      "shield",
      "waits for a plan that goes on when whoever waits is cancelled",
      List.of(Shield.class)),
  RACE("", "the first success wins; the others are cancelled and awaited", List.of(Race.class)),
  RUN(
      "run",
      "runs a plan to its end; tasks that it leaves unfinished are cancelled and awaited",
      List.of());

  private final Optional<String> asyncio;
  private final String meaning;
  private final List<Class<?>> nodes;

  Pattern(String asyncio, String meaning, List<Class<?>> nodes) {
    this.asyncio = Optional.of(asyncio).filter(name -> !name.isEmpty());
    this.meaning = meaning;
    this.nodes = nodes;
  }

  /** The name on screens and in files: {@code as-completed}. */
  public String commandLineName() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** What asyncio calls it; empty if it has no such operation. */
  public Optional<String> asyncio() {
    return asyncio;
  }

  /** What it does, as a clause. */
  public String meaning() {
    return meaning;
  }

  /** The nodes of plans that stand for it; none for what is a method of the model. */
  public List<Class<?>> nodes() {
    return nodes;
  }
}
