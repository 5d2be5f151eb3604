package dev.heddle.benchmarks;

import dev.heddle.benchmarks.run.RunPlan;
import dev.heddle.benchmarks.run.UnusableFolderException;
import dev.heddle.load.Scenario;
import dev.heddle.load.scenario.FileScenario;
import dev.heddle.load.scenario.ScenarioSource;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/**
 * A scenario file as a parameter of cells: where it lies, and the hash of what stood in it, so that
 * nobody measures another content under its name.
 *
 * @param location a file's absolute path, or a shipped scenario's name
 * @param sha256 of its text; empty where it does not matter
 */
record ScenarioParam(String location, String sha256) {

  static final String LOCATION = "scenario";
  static final String SHA256 = "scenarioSha256";

  static ScenarioParam of(ScenarioSource source) {
    return new ScenarioParam(source.location(), source.sha256());
  }

  /** That of a cell, if it has one. */
  static Optional<ScenarioParam> of(Map<String, String> params) {
    return Optional.ofNullable(params.get(LOCATION))
        .filter(location -> !location.isEmpty())
        .map(location -> new ScenarioParam(location, params.getOrDefault(SHA256, "")));
  }

  void putInto(Map<String, String> params) {
    params.put(LOCATION, location);
    params.put(SHA256, sha256);
  }

  /** What the scenario is called. */
  String name() {
    return new ScenarioSource(location, "").name();
  }

  /**
   * Reads the file again.
   *
   * @throws IOException if it cannot be read, or is another one by now
   */
  Scenario open(long seed) throws IOException {
    ScenarioSource source = ScenarioSource.find(location);
    Optional<String> change = change(source);
    if (change.isPresent()) {
      throw new IOException(change.get());
    }
    return new FileScenario(source.read(), seed);
  }

  /**
   * Returns if the scenario of a plan is still what it was.
   *
   * @throws UnusableFolderException if its file has changed or is gone
   */
  static void requireUnchanged(RunPlan plan) throws IOException {
    Optional<ScenarioParam> param = of(plan.cells().getFirst().params());
    if (param.isPresent()) {
      param.get().requireUnchanged();
    }
  }

  private void requireUnchanged() throws IOException {
    Optional<String> change;
    try {
      change = change(ScenarioSource.find(location));
    } catch (IllegalArgumentException e) {
      change = Optional.of(String.valueOf(e.getMessage()));
    }
    if (change.isPresent()) {
      throw new UnusableFolderException(
          "This is not the run that was interrupted: %s. Resume it as it was, or start another in a new folder"
              .formatted(change.get()));
    }
  }

  private Optional<String> change(ScenarioSource now) {
    return sha256.isEmpty() || sha256.equals(now.sha256())
        ? Optional.empty()
        : Optional.of(
            "scenario '%s' has changed (SHA-256 was %s and is %s)"
                .formatted(location, sha256, now.sha256()));
  }
}
