package dev.heddle.benchmarks;

import dev.heddle.benchmarks.pattern.Child;
import dev.heddle.benchmarks.pattern.Form;
import dev.heddle.benchmarks.pattern.Requests;
import dev.heddle.benchmarks.pattern.Work;
import dev.heddle.model.Model;
import java.util.ArrayList;
import java.util.List;

/**
 * A contestant of whose children the one in the middle fails.
 *
 * @param arm the contestant
 * @param failure of that child
 */
record FailingArm(Arm arm, PlannedFailure failure) implements AutoCloseable {

  static FailingArm open(
      Form form, Model model, Tier tier, TransportChoice transport, int fanOut, Requests requests) {
    PlannedFailure failure = new PlannedFailure();
    List<Child> children = new ArrayList<>(Work.FETCH.children(fanOut, form.pace(), requests));
    children.set(fanOut / 2, new Child.Fails(children.get(fanOut / 2), failure));
    return new FailingArm(Arm.open(form, model, tier, transport.options(), children), failure);
  }

  /** Runs the pattern once, until nothing of it is under way any more, and notes the times. */
  void run(FailureTimes times) {
    failure.forget();
    Exception told = thrown();
    long toldNanos = System.nanoTime();
    if (!failure.hasHappened()) {
      throw new IllegalStateException("The pattern ended before its child failed", told);
    }
    times.add(failure.nanos(), toldNanos, OpenAfterwards.watch(arm, toldNanos));
  }

  private Exception thrown() {
    try {
      arm.runAndLeave();
    } catch (Exception told) {
      return told;
    }
    throw new IllegalStateException("The pattern did not fail, though one of its children did");
  }

  @Override
  public void close() {
    arm.close();
  }
}
