package dev.heddle.model;

import dev.heddle.task.FailureHandler;
import dev.heddle.task.Task;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** What a model has reported as never retrieved. */
final class ReportedFailures implements FailureHandler {

  /** One call of the handler; equal to another only with the identical task and cause. */
  record Report(Task<?> task, Throwable cause) {}

  private final List<Report> reports = new CopyOnWriteArrayList<>();

  @Override
  public void neverRetrieved(Task<?> task, Throwable cause) {
    reports.add(new Report(task, cause));
  }

  /** Options under which a model reports here. */
  ModelOptions options() {
    return ModelOptions.DEFAULT.withFailures(this);
  }

  /** What has been reported so far, in that order. */
  List<Report> all() {
    return List.copyOf(reports);
  }
}
