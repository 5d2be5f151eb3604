package dev.heddle.benchmarks;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Starts Heddle's commands in a process of their own, with this one's class path. */
final class HeddleProcess {

  private HeddleProcess() {}

  /** A command whose output and errors come as one. */
  static Process start(List<String> jvmArguments, List<String> arguments) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(jvmArguments);
    command.addAll(List.of("-Djmh.ignoreLock=true", Heddle.class.getName()));
    command.addAll(arguments);
    return new ProcessBuilder(command).redirectErrorStream(true).start();
  }
}
