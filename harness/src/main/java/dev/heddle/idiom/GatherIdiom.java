package dev.heddle.idiom;

import dev.heddle.plan.Request;
import dev.heddle.plan.Response;
import dev.heddle.plan.Unit;
import java.time.Duration;
import java.util.List;

/**
 * Gather by hand. Each method runs its children concurrently and gives their results in argument
 * order.
 */
public interface GatherIdiom extends AutoCloseable {

  /** Runs {@code n} children that do nothing. */
  List<Unit> noOps(int n) throws Exception;

  /** Runs {@code n} children that sleep. */
  List<Unit> sleeps(int n, Duration duration) throws Exception;

  /** Runs one exchange for each request. */
  List<Response> fetches(List<Request> requests) throws Exception;

  /** What the contract's gather gives and this does not, a sentence each. */
  List<String> gaps();

  /** Ends every thread and connection. */
  @Override
  void close();
}
