package dev.heddle.planted.plan;

import dev.heddle.planted.task.KnowsPlan;

/** Keeps to the arrow from plan to task. */
public class KnowsTask {
  Class<?> downwards = KnowsPlan.class;
}
