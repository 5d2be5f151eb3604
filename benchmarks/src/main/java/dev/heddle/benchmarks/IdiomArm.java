package dev.heddle.benchmarks;

import dev.heddle.idiom.ByHand;
import dev.heddle.plan.Request;
import java.util.List;

/** A pattern as people write it by hand, with its jobs. */
record IdiomArm<J>(ByHand<J> hand, MeasuredPattern pattern, List<J> jobs) implements Arm {

  static <J> Arm of(ByHand<J> hand, MeasuredPattern pattern, Work work, List<Request> requests) {
    return new IdiomArm<>(hand, pattern, work.jobs(hand.jobs(), requests));
  }

  @Override
  public List<?> run() throws Exception {
    return pattern.byHand(hand, jobs);
  }

  @Override
  public void close() {
    hand.close();
  }
}
