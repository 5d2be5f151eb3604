package dev.heddle.benchmarks.launcher;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One start of the launcher, with a PATH and an environment of its own. */
final class Launch {

  private final Path scratch;
  private final Map<String, String> environment = new LinkedHashMap<>();
  private Path launcher;
  private Path directory;

  /** Prepares one in which neither a JDK nor Maven can be found. */
  Launch(Path scratch, Path launcher) throws IOException {
    this.scratch = scratch;
    this.launcher = launcher;
    this.directory = scratch;
    environment.put("PATH", Script.toolsOnly(scratch.resolve("tools")).toString());
    environment.put("HOME", scratch.resolve("home").toString());
    environment.put("HEDDLE_JVM_FOLDERS", scratch.resolve("no jvm").toString());
  }

  Launch with(String variable, Object value) {
    environment.put(variable, value.toString());
    return this;
  }

  /** Finds programs in {@code folder} before the tools. */
  Launch onPath(Path folder) {
    return with("PATH", folder + ":" + environment.get("PATH"));
  }

  /** Starts the launcher by another name: a link to it. */
  Launch through(Path link) {
    launcher = link;
    return this;
  }

  Launch in(Path folder) {
    directory = folder;
    return this;
  }

  Process start(String... arguments) throws IOException {
    return prepare(arguments).start();
  }

  Ended run(String... arguments) throws IOException, InterruptedException {
    Path error = Files.createTempFile(scratch, "stderr", ".txt");
    Process process = prepare(arguments).redirectError(error.toFile()).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Ended(process.waitFor(), output, Files.readString(error));
  }

  private ProcessBuilder prepare(String... arguments) {
    List<String> command = new ArrayList<>(List.of("/bin/sh", launcher.toString()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile());
    builder.environment().clear();
    builder.environment().putAll(environment);
    return builder;
  }

  /**
   * What a start came to.
   *
   * @param status exit status
   */
  record Ended(int status, String output, String error) {}
}
