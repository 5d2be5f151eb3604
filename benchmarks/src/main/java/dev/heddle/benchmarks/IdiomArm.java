package dev.heddle.benchmarks;

import dev.heddle.benchmarks.pattern.Child;
import dev.heddle.benchmarks.pattern.HandForm;
import dev.heddle.idiom.ByHand;
import java.util.List;

/** A pattern as people write it by hand, with its jobs. */
record IdiomArm<J>(ByHand<J> hand, HandForm form, List<J> jobs) implements Arm {

  static <J> Arm of(ByHand<J> hand, HandForm form, List<Child> children) {
    return new IdiomArm<>(
        hand, form, children.stream().map(child -> child.job(hand.jobs())).toList());
  }

  @Override
  public List<?> run() throws Exception {
    return form.byHand(hand, jobs);
  }

  /** As always: nothing is ended here for having been left behind. */
  @Override
  public List<?> runAndLeave() throws Exception {
    return run();
  }

  @Override
  public int exchangesInFlight() {
    return hand.exchangesInFlight();
  }

  @Override
  public void close() {
    hand.close();
  }
}
