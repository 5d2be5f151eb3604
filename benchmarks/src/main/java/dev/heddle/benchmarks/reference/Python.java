package dev.heddle.benchmarks.reference;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * An interpreter that has what a run needs.
 *
 * @param command what starts it
 */
public record Python(String command) {

  /** Debian's own has Debian's packages, whatever stands first on the path. */
  private static final List<String> USUAL = List.of("python3", "/usr/bin/python3");

  /**
   * The first interpreter that imports all of these.
   *
   * @param asked for by the user, and then the only one; empty for the usual ones
   * @throws MissingPythonException saying what each of them lacks
   */
  public static Python find(String asked, List<String> modules) throws MissingPythonException {
    List<String> candidates = asked.isEmpty() ? USUAL : List.of(asked);
    List<String> lacks = new ArrayList<>();
    for (String candidate : candidates) {
      String lack = lack(candidate, modules);
      if (lack.isEmpty()) {
        return new Python(candidate);
      }
      lacks.add("%s: %s".formatted(candidate, lack));
    }
    throw new MissingPythonException(
        "No Python for --reference asyncio (%s). %s"
            .formatted(String.join("; ", lacks), howToGet(modules)));
  }

  private static String howToGet(List<String> modules) {
    String debian =
        modules.stream().map(module -> " python3-" + module).collect(Collectors.joining());
    String pip = String.join(" ", modules);
    String packages =
        modules.isEmpty()
            ? ""
            : "; elsewhere: python3 -m venv asyncio-env && asyncio-env/bin/pip install %s, then --python asyncio-env/bin/python3"
                .formatted(pip);
    return "It takes Python 3.11 or later. Debian: apt-get install python3%s%s"
        .formatted(debian, packages);
  }

  /** What an interpreter lacks; empty if nothing. */
  private static String lack(String command, List<String> modules) {
    String code =
        "import importlib.util, sys; print(*(['Python 3.11'] if sys.version_info < (3, 11) else [])"
            + " + [m for m in sys.argv[1:] if importlib.util.find_spec(m) is None], sep=', ')";
    List<String> words = new ArrayList<>(List.of(command, "-c", code));
    words.addAll(modules);
    try {
      Process process =
          new ProcessBuilder(words).redirectError(ProcessBuilder.Redirect.DISCARD).start();
      process.getOutputStream().close();
      String lacking = process.inputReader().readAllAsString().strip();
      return process.waitFor() == 0
          ? (lacking.isEmpty() ? "" : lacking + " missing")
          : "does not run";
    } catch (IOException e) {
      return "not found";
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return "interrupted";
    }
  }
}
