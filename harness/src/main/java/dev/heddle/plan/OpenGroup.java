package dev.heddle.plan;

import java.util.function.Function;

/**
 * A block that ends when its body and all tasks added to it have ended (asyncio's {@code async with
 * TaskGroup()}); the value is the body's. The body runs as part of the task that this node is in.
 *
 * <p>The first failure, of a child or of the body, cancels everything else in the group; when all
 * has ended, every failure is raised in one {@link dev.heddle.task.TaskGroupException}. A child
 * that is cancelled on its own is no failure. A cancellation from outside is passed on when all has
 * ended, unless something failed: then it stays pending.
 *
 * @param body makes the body's plan; it must not block, and what it throws is the body's failure
 */
public record OpenGroup<R>(Function<? super TaskGroup, ? extends Plan<R>> body)
    implements Plan<R> {}
