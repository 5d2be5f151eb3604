package dev.heddle.benchmarks;

import dev.heddle.idiom.GatherIdiom;
import dev.heddle.idiom.Idiom;
import dev.heddle.model.Model;
import dev.heddle.model.ModelOptions;
import dev.heddle.plan.Request;
import java.util.List;

/** One contestant of the gather benchmark, ready to run. */
interface GatherArm extends AutoCloseable {

  /** Opens the contestant; a gather has as many children as there are requests. */
  static GatherArm open(
      Model model, Tier tier, TransportChoice transport, Work work, List<Request> requests) {
    return switch (tier) {
      case CONTRACT -> ContractGather.of(model.open(transport.options()), work, requests);
      case IDIOM -> new IdiomGather(idiom(model, transport), work, requests);
    };
  }

  private static GatherIdiom idiom(Model model, TransportChoice transport) {
    ModelOptions options = transport.options();
    return Idiom.valueOf(model.name())
        .openGather(options.transport().orElse(model.defaultTransport()), options.policy());
  }

  /** Runs one gather to its end and returns its results, in order. */
  List<?> gather() throws Exception;

  @Override
  void close();
}
