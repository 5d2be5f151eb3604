package dev.heddle.http;

import dev.heddle.plan.Response;

/**
 * Tells listeners how exchanges ended. What a listener throws must neither harm a connection nor
 * get lost.
 */
final class Telling {

  private Telling() {}

  static void succeeded(AsyncClient.Listener listener, Response response) {
    try {
      listener.succeeded(response);
    } catch (RuntimeException | Error e) {
      report(e);
    }
  }

  static void failed(AsyncClient.Listener listener, Throwable cause) {
    try {
      listener.failed(cause);
    } catch (RuntimeException | Error e) {
      report(e);
    }
  }

  private static void report(Throwable thrown) {
    Thread thread = Thread.currentThread();
    thread.getUncaughtExceptionHandler().uncaughtException(thread, thrown);
  }
}
