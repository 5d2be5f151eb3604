package dev.heddle.benchmarks;

import dev.heddle.idiom.GatherIdiom;
import dev.heddle.plan.Request;
import java.util.List;

/** Gather as people write it by hand. */
record IdiomGather(GatherIdiom idiom, Work work, List<Request> requests) implements GatherArm {

  @Override
  public List<?> gather() throws Exception {
    return switch (work) {
      case NO_OP -> idiom.noOps(requests.size());
      case SLEEP -> idiom.sleeps(requests.size(), Work.SLEEP_TIME);
      case FETCH -> idiom.fetches(requests);
    };
  }

  @Override
  public void close() {
    idiom.close();
  }
}
