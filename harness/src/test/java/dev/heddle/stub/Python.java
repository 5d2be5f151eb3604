package dev.heddle.stub;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Finds an interpreter that has what the programs of {@code scripts/asyncio} import. */
final class Python {

  // The second is Debian's own, which has Debian's packages whatever stands first on the path.
  private static final List<String> INTERPRETERS = List.of("python3", "/usr/bin/python3");

  private static final String IMPORTS =
      "import aiohttp, httpx, uvloop; from asyncio import timeout";

  private Python() {}

  /** The first interpreter with both HTTP clients and uvloop. */
  static Optional<String> find() throws Exception {
    for (String interpreter : INTERPRETERS) {
      if (canImport(interpreter)) {
        return Optional.of(interpreter);
      }
    }
    return Optional.empty();
  }

  /** Ends a test that cannot do without. */
  static String missing() {
    return Needed.here()
        .missing(
            "A Python 3.11 that can import aiohttp, httpx and uvloop",
            "python3-aiohttp python3-httpx python3-uvloop");
  }

  private static boolean canImport(String interpreter) throws Exception {
    try {
      return ExternalProgram.run(List.of(interpreter, "-c", IMPORTS)).exitCode() == 0;
    } catch (IOException e) {
      return false; // There is no such interpreter.
    }
  }
}
