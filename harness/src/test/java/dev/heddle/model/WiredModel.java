package dev.heddle.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.http.ExchangePolicy;
import dev.heddle.http.Transport;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowingConsumer;

/** A model over a transport that can carry its exchanges. */
record WiredModel(Model model, Transport transport) {

  /** Every model over every transport it can run over. */
  static Stream<WiredModel> all() {
    return pairs().filter(WiredModel::fits);
  }

  /** Every event-driven model over the transports that block. */
  static Stream<WiredModel> misfits() {
    return pairs().filter(pair -> !pair.fits());
  }

  private static Stream<WiredModel> pairs() {
    return Arrays.stream(Model.values())
        .flatMap(
            model ->
                Arrays.stream(Transport.values())
                    .map(transport -> new WiredModel(model, transport)));
  }

  /** A model that blocks takes a blocking transport unless told otherwise. */
  private boolean fits() {
    return !transport.blocks() || model.defaultTransport().blocks();
  }

  ExecutionModel open(ExchangePolicy policy) {
    return model.open(ModelOptions.DEFAULT.withTransport(transport).withPolicy(policy));
  }

  /** Opens the model, runs the case, closes the model, and waits until its threads have ended. */
  void on(ExchangePolicy policy, ThrowingConsumer<ExecutionModel> steps) {
    try (ExecutionModel opened = open(policy)) {
      steps.accept(opened);
    }
    assertThat(Thread.interrupted()).as("interrupt flag of the test's thread").isFalse();
    for (Thread thread : Thread.getAllStackTraces().keySet()) {
      if (isOfAModel(thread.getName())) {
        assertThat(hasEnded(thread)).as("%s of a closed model has ended", thread).isTrue();
      }
    }
  }

  private static boolean isOfAModel(String thread) {
    return thread.startsWith("HttpClient-")
        || (thread.startsWith("heddle-") && !thread.startsWith("heddle-stub"));
  }

  private static boolean hasEnded(Thread thread) {
    try {
      return thread.join(Duration.ofSeconds(20));
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public String toString() {
    return model.commandLineName() + " over " + transport.commandLineName();
  }
}
