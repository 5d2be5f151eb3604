package dev.heddle.benchmarks;

import dev.heddle.idiom.Idiom;
import dev.heddle.model.Model;
import dev.heddle.model.ModelOptions;
import dev.heddle.plan.Request;
import java.util.List;

/** One contestant of a benchmark, ready to run. */
interface Arm extends AutoCloseable {

  /** Opens the contestant; its pattern has as many children as there are requests. */
  static Arm open(
      MeasuredPattern pattern,
      Model model,
      Tier tier,
      TransportChoice transport,
      Work work,
      List<Request> requests) {
    ModelOptions options = transport.options();
    return switch (tier) {
      case CONTRACT -> new ContractArm(model.open(options), work.plan(pattern, requests));
      case IDIOM ->
          IdiomArm.of(
              Idiom.valueOf(model.name())
                  .open(options.transport().orElse(model.defaultTransport()), options.policy()),
              pattern,
              work,
              requests);
    };
  }

  /** Runs the pattern once to its end and returns its results, in order. */
  List<?> run() throws Exception;

  @Override
  void close();
}
