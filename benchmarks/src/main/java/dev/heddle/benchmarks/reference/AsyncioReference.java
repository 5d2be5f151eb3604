package dev.heddle.benchmarks.reference;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.heddle.benchmarks.run.Cell;
import dev.heddle.benchmarks.run.ForkRunner;
import dev.heddle.benchmarks.run.RunFolder;
import dev.heddle.benchmarks.run.RunPlan;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Asyncio as it is there on this machine, ready for the forks of a plan.
 *
 * @param python runs them
 * @param runner the folder of what is run
 * @param plan says how
 */
public record AsyncioReference(Python python, Path runner, RunPlan plan) {

  /**
   * What runs the reference's cells of a plan; empty if it has none.
   *
   * @param python asked for by the user; empty for the usual ones
   * @param root of the checkout; empty where a jar runs by itself
   * @throws MissingPythonException saying what is missing, and how to get it
   */
  public static Optional<AsyncioReference> of(RunPlan plan, String python, Optional<String> root)
      throws MissingPythonException {
    List<Cell> cells = plan.ofReference();
    if (cells.isEmpty()) {
      return Optional.empty();
    }
    Path runner = runner(root);
    return Optional.of(
        new AsyncioReference(Python.find(python, AsyncioCells.modules(cells)), runner, plan));
  }

  private static Path runner(Optional<String> root) throws MissingPythonException {
    return root.map(folder -> Path.of(folder, "scripts", "asyncio", "runner"))
        .filter(Files::isDirectory)
        .orElseThrow(
            () ->
                new MissingPythonException(
                    "--reference asyncio needs scripts/asyncio of a checkout: start it by"
                        + " scripts/heddle, or name the checkout by -Dheddle.root=FOLDER"));
  }

  /**
   * Runs forks against a stub.
   *
   * @param folder where loads leave their files
   */
  public ForkRunner forks(URI stub, RunFolder folder) {
    Path loads = folder.referenceLoads().toAbsolutePath();
    return new AsyncioForkRunner(python, runner, plan.timing(), stub, loads);
  }

  /**
   * What it stands on, in words: interpreter, packages, limits.
   *
   * @throws IOException if the runner does not tell
   */
  public ObjectNode describe() throws IOException {
    List<String> command =
        new ArrayList<>(List.of(python.command(), "-B", runner.toString(), "--describe"));
    command.addAll(AsyncioCells.modules(plan.cells()));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    process.getOutputStream().close();
    String said = process.inputReader().readAllAsString();
    try {
      return JsonMapper.builder().build().readValue(said, ObjectNode.class);
    } catch (JsonProcessingException e) {
      throw new IOException("Python does not tell what it stands on: " + said.strip(), e);
    }
  }
}
