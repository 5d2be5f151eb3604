package dev.heddle.stub;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;

/**
 * Ends this JVM when the process that started it is gone, however it ended. The kernel closes the
 * parent's end of our standard input with it, {@code kill -9} included; its process is watched as
 * well, in case some other process inherited that pipe.
 */
final class ParentWatch {

  private ParentWatch() {}

  static void haltWith(long parentPid) {
    Thread.ofPlatform().daemon().name("heddle-stub-parent").start(ParentWatch::haltAtEndOfInput);
    ProcessHandle.of(parentPid).ifPresentOrElse(ParentWatch::haltAtEndOf, ParentWatch::halt);
  }

  private static void haltAtEndOf(ProcessHandle parent) {
    CompletableFuture<Void> _ = parent.onExit().thenRun(ParentWatch::halt);
  }

  private static void haltAtEndOfInput() {
    try {
      while (System.in.read() >= 0) {
        // What the parent says does not matter, only that it is there.
      }
    } catch (IOException e) {
      System.err.println("heddle stub: standard input failed: " + e.getMessage());
    } finally {
      halt();
    }
  }

  /**
   * Not exit: nobody is left to be polite to, and a shutdown hook that hangs would leave an orphan.
   */
  private static void halt() {
    Runtime.getRuntime().halt(0);
  }
}
