package dev.heddle.idiom;

import dev.heddle.http.ExchangePolicy;
import dev.heddle.model.Model;
import dev.heddle.task.Outcome;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/** A model's patterns by hand over jobs that the test holds. */
record HeldByHand<J>(ByHand<J> byHand, Function<Held, J> form) implements AutoCloseable {

  static HeldByHand<?> open(Model model) {
    return switch (openByHand(model)) {
      case PlatformThreadsByHand threads -> new HeldByHand<>(threads, held -> held::call);
      case VirtualThreadsByHand threads -> new HeldByHand<>(threads, held -> held::call);
      case CompletableFutureByHand futures -> new HeldByHand<>(futures, held -> held::future);
      case StructuredScopeByHand scopes -> new HeldByHand<>(scopes, held -> held::call);
      case NettyEventLoopByHand loops -> new HeldByHand<>(loops, held -> held::promise);
      case ByHand<?> other -> throw new AssertionError(other);
    };
  }

  static ByHand<?> openByHand(Model model) {
    return Idiom.valueOf(model.name()).open(model.defaultTransport(), ExchangePolicy.DEFAULT);
  }

  List<Object> gather(List<Held> jobs) throws Exception {
    return byHand.gather(formed(jobs));
  }

  List<Outcome<Object>> outcomes(List<Held> jobs) throws Exception {
    return byHand.outcomes(formed(jobs));
  }

  Outcome<Object> firstCompleted(List<Held> jobs) throws Exception {
    return byHand.firstCompleted(formed(jobs));
  }

  void asCompleted(List<Held> jobs, Consumer<Outcome<Object>> consumer) throws Exception {
    byHand.asCompleted(formed(jobs), consumer);
  }

  List<Object> group(List<Held> jobs) throws Exception {
    return byHand.group(formed(jobs));
  }

  Object within(Held job, Duration limit) throws Exception {
    return byHand.within(form.apply(job), limit);
  }

  List<Object> bounded(List<Held> jobs, int limit) throws Exception {
    return byHand.bounded(formed(jobs), limit);
  }

  Object race(List<Held> jobs) throws Exception {
    return byHand.race(formed(jobs));
  }

  private List<J> formed(List<Held> jobs) {
    return jobs.stream().map(form).toList();
  }

  @Override
  public void close() {
    byHand.close();
  }
}
