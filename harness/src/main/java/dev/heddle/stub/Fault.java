package dev.heddle.stub;

import dev.heddle.stub.latency.Draw;

/** How an answer is withheld or spoilt. All but {@link Stall} end the connection. */
sealed interface Fault {

  /** The connection is reset (RST) before any byte. */
  record Reset() implements Fault {}

  /** The connection is closed in good order before any byte. */
  record Close() implements Fault {}

  /** The answer breaks off inside its body, at a place drawn by seed and number. */
  record Truncate(long seed) implements Fault {

    private static final int STREAM = 11;

    /** The head and a part of the body, at most all of it but one byte. */
    byte[] part(Answer answer, long number) {
      return answer.part(Draw.uniform(seed, STREAM, number));
    }
  }

  /** Bytes drawn by seed and number, which no parser takes for HTTP, and then the end. */
  record Garbage(long seed) implements Fault {

    static final int LENGTH = 64;
    private static final int STREAM = 12;
    private static final int NO_LETTER = 0x80;

    byte[] bytes(long number) {
      byte[] bytes = new byte[LENGTH];
      for (int i = 0; i < LENGTH; i++) {
        bytes[i] = (byte) (256 * Draw.uniform(seed, STREAM + i, number));
      }
      bytes[0] |= (byte) NO_LETTER;
      return bytes;
    }
  }

  /** Never an answer; the connection stays until the client leaves. */
  record Stall() implements Fault {}
}
