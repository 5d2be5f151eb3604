package dev.heddle.model;

import dev.heddle.task.FailureHandler;
import dev.heddle.task.Task;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.assertj.core.api.ThrowingConsumer;

/** Keeps what a model reports of failures that nobody looked at. */
final class FailureLog implements FailureHandler {

  /** One report. */
  record Report(Task<?> task, Throwable cause) {}

  private final Queue<Report> reports = new ConcurrentLinkedQueue<>();

  @Override
  public void neverRetrieved(Task<?> task, Throwable cause) {
    reports.add(new Report(task, cause));
  }

  /** All reports so far; after a case, that is, with its model closed, all there will ever be. */
  List<Report> reports() {
    return List.copyOf(reports);
  }

  /** A case on a model that reports here; the contract case around it does the audit. */
  void on(Model kind, ThrowingConsumer<ExecutionModel> steps) {
    ContractCase.on(
        kind,
        unused -> {
          try (ExecutionModel model = kind.open(ModelOptions.DEFAULT.withFailures(this))) {
            steps.accept(model);
          }
        });
  }
}
