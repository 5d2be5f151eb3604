package dev.heddle.http;

import dev.heddle.plan.Request;
import dev.heddle.plan.Response;
import dev.heddle.task.CancelHook;
import java.io.IOException;

/**
 * Carries exchanges by blocking the calling thread. Any number of threads may use one client.
 *
 * @implSpec A cancellation, whether it comes as an interrupt or through the hook, ends the exchange
 *     at once and closes its connection, so that a late response can never be read by the next
 *     request.
 */
public interface BlockingClient extends AutoCloseable {

  /**
   * Sends a request and reads its response whole.
   *
   * @param cancel where the client sets the action that ends this exchange
   * @throws InterruptedException if the exchange was cancelled
   * @throws UnexpectedStatusException if the status is not the one the policy expects
   * @throws IOException if the exchange failed or broke a limit of the policy; the message names
   *     address and limit
   */
  Response exchange(Request request, CancelHook cancel) throws IOException, InterruptedException;

  /** Exchanges that have begun and not ended. */
  int inFlight();

  /** Closes all connections. Exchanges still under way fail. */
  @Override
  void close();
}
