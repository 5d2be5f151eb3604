package dev.heddle.plan;

import dev.heddle.task.Task;
import java.time.Duration;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Optional;

/**
 * Waits for tasks without taking their outcome and without ever cancelling one (asyncio's {@code
 * wait}). A timeout is no error: it yields what has ended so far.
 *
 * @param tasks what to wait for, each once however often it is given; at least one
 * @param until when to return
 * @param timeout when to return at the latest; zero or less looks once without waiting, empty waits
 *     as long as it takes
 */
public record Wait<R>(
    Collection<? extends Task<? extends R>> tasks, ReturnWhen until, Optional<Duration> timeout)
    implements Plan<Waited<R>> {

  /** Copies the tasks, leaving duplicates out. */
  public Wait {
    if (tasks.isEmpty()) {
      throw new IllegalArgumentException(
          "There are 0 tasks to wait for; allowed: 1 or more. Leave the Wait out where there are"
              + " none");
    }
    tasks = Collections.unmodifiableSet(new LinkedHashSet<>(tasks));
  }

  /** Waits without a timeout. */
  public Wait(Collection<? extends Task<? extends R>> tasks, ReturnWhen until) {
    this(tasks, until, Optional.empty());
  }
}
