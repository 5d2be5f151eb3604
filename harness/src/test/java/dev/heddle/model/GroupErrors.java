package dev.heddle.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.task.Task;
import dev.heddle.task.TaskGroupException;
import java.util.List;
import java.util.concurrent.Future;

/** What groups and races raise when they fail. */
final class GroupErrors {

  private GroupErrors() {}

  /** The failures in the group exception that a task failed with. */
  static List<Throwable> of(Task<?> task) throws InterruptedException {
    ContractCase.awaitEnd(task);
    assertThat(task.state()).as("state of %s", task).isEqualTo(Future.State.FAILED);
    return in(task.exception().orElseThrow());
  }

  /** The failures in a group exception. */
  static List<Throwable> in(Throwable raised) {
    assertThat(raised).isInstanceOf(TaskGroupException.class);
    return ((TaskGroupException) raised).errors();
  }

  /** Checks that a task failed with a group of those very objects, in that order. */
  static void assertRaised(Task<?> task, Throwable... failures) throws InterruptedException {
    assertThat(of(task)).containsExactly(failures);
  }

  /** Checks that a task failed with a group of a group of those very objects. */
  static void assertRaisedNested(Task<?> task, Throwable... failures) throws InterruptedException {
    List<Throwable> outer = of(task);
    assertThat(outer).hasSize(1);
    assertThat(in(outer.getFirst())).containsExactly(failures);
  }
}
