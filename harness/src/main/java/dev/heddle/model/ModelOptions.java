package dev.heddle.model;

import dev.heddle.http.ExchangePolicy;
import dev.heddle.http.Transport;
import dev.heddle.task.FailureHandler;
import java.util.Optional;

/**
 * What decides a ranking and can be set. Everything has a default, so that a model can be opened
 * with {@link #DEFAULT}.
 *
 * @param transport how exchanges are carried; empty for the model's own default
 * @param policy what exchanges are held to
 * @param parallelism platform threads: pool size, 0 for unbounded; completable future: pool size, 0
 *     for the number of cores; Netty: event loops, 0 for the number of cores; no meaning for the
 *     others, whose scheduler is the JDK's
 * @param failures is told of failures that nobody looks at
 */
public record ModelOptions(
    Optional<Transport> transport,
    ExchangePolicy policy,
    int parallelism,
    FailureHandler failures) {

  /** Every choice left to the model. */
  public static final ModelOptions DEFAULT =
      new ModelOptions(Optional.empty(), ExchangePolicy.DEFAULT, 0, FailureHandler.LOG);

  /** Checks that the parallelism is not negative. */
  public ModelOptions {
    if (parallelism < 0) {
      throw new IllegalArgumentException(
          "parallelism is %d; allowed: 0 (the model's default) or a positive number"
              .formatted(parallelism));
    }
  }

  /** The same options over a given transport. */
  public ModelOptions withTransport(Transport chosen) {
    return new ModelOptions(Optional.of(chosen), policy, parallelism, failures);
  }

  /** The same options under another policy. */
  public ModelOptions withPolicy(ExchangePolicy chosen) {
    return new ModelOptions(transport, chosen, parallelism, failures);
  }

  /** The same options with another parallelism. */
  public ModelOptions withParallelism(int chosen) {
    return new ModelOptions(transport, policy, chosen, failures);
  }

  /** The same options with another handler of failures that nobody looks at. */
  public ModelOptions withFailures(FailureHandler chosen) {
    return new ModelOptions(transport, policy, parallelism, chosen);
  }
}
