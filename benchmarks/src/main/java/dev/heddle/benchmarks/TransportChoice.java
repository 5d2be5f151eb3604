package dev.heddle.benchmarks;

import dev.heddle.http.Transport;
import dev.heddle.model.Model;
import dev.heddle.model.ModelOptions;
import java.util.Optional;

/** A transport held constant over all models, or each model's own. */
public enum TransportChoice {
  /** The model's own default. */
  DEFAULT(Optional.empty()),
  /** Lean blocking sockets. */
  SOCKET(Optional.of(Transport.SOCKET)),
  /** Apache HttpClient 5, classic. */
  APACHE(Optional.of(Transport.APACHE)),
  /** Lean Netty pipeline. */
  NETTY(Optional.of(Transport.NETTY)),
  /** {@code java.net.http}. */
  JDK(Optional.of(Transport.JDK));

  private final Optional<Transport> transport;

  TransportChoice(Optional<Transport> transport) {
    this.transport = transport;
  }

  /** Whether a model can have it: event-driven ones must not block. */
  boolean fits(Model model) {
    return transport
        .map(carrier -> !carrier.blocks() || model.defaultTransport().blocks())
        .orElse(true);
  }

  /** Options with this transport, and everything else left to the model. */
  ModelOptions options() {
    return transport.map(ModelOptions.DEFAULT::withTransport).orElse(ModelOptions.DEFAULT);
  }
}
