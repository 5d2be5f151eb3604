package dev.heddle.planted.task;

import dev.heddle.planted.plan.KnowsTask;

/** Breaks the arrow from plan to task, and closes a cycle. */
public class KnowsPlan {
  Class<?> upwards = KnowsTask.class;
}
