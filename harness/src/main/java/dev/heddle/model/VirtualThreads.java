package dev.heddle.model;

/**
 * A virtual thread for each body, on the JDK's own scheduler. A thread ends with its body: there is
 * nothing to close.
 */
final class VirtualThreads implements ThreadPerTask.Threads {

  @Override
  public void start(Runnable body) {
    Thread.startVirtualThread(body);
  }

  @Override
  public void close() {}
}
