package dev.heddle.stub;

import java.io.IOException;

/** Temporary main. */
public final class StubMain {
  private StubMain() {}

  /** Runs the stub until it is stopped. */
  public static void main(String[] args) throws IOException, InterruptedException {
    try (StubServer server =
        StubServer.start(StubOptions.DEFAULT.withPort(Integer.parseInt(args[0])))) {
      System.out.println("heddle stub listening on " + server.address());
      server.awaitClose();
    }
  }
}
