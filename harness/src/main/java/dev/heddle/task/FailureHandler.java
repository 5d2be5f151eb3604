package dev.heddle.task;

/**
 * Is told of failures that nobody ever looked at: of a task that was dropped, or one whose clean-up
 * failed at the end of a run. Each is told once, at the latest when the run ends or the model is
 * closed. May be called from any thread.
 */
@FunctionalInterface
public interface FailureHandler {

  /** Writes to the {@link System.Logger} of this interface's name, as a warning. */
  FailureHandler LOG =
      (task, cause) ->
          System.getLogger(FailureHandler.class.getName())
              .log(
                  System.Logger.Level.WARNING,
                  "The failure of task '" + task.name() + "' was never retrieved",
                  cause);

  /**
   * A failure that nobody looked at.
   *
   * @param task the task, ended
   * @param cause the identical failure of its body
   */
  void neverRetrieved(Task<?> task, Throwable cause);
}
