package dev.heddle.task;

import java.util.ArrayList;
import java.util.List;

/**
 * The failures of a group (asyncio's {@code ExceptionGroup}): all of them, each the identical
 * object that was thrown, in the order in which they happened, a failure of the group's body last.
 * The first is the cause, the others are suppressed.
 */
public final class TaskGroupException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * A group of failures.
   *
   * @param message which kind of group failed
   * @param errors in the order in which they happened; at least one
   */
  public TaskGroupException(String message, List<? extends Throwable> errors) {
    super("%s (%d)".formatted(message, errors.size()), errors.getFirst());
    errors.stream().skip(1).forEach(this::addSuppressed);
  }

  /** All failures, in the order in which they happened; never empty. */
  public List<Throwable> errors() {
    List<Throwable> errors = new ArrayList<>();
    errors.add(getCause());
    errors.addAll(List.of(getSuppressed()));
    return List.copyOf(errors);
  }
}
