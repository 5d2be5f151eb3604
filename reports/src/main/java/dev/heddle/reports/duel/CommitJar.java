package dev.heddle.reports.duel;

import dev.heddle.reports.read.UnreadableInputException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Gets the jar of a side: the one named, or one built from a commit in a clone of its own. */
final class CommitJar {

  private static final String EXPECTED = "a JMH jar, or a commit of the repository '%s'";

  private final Path repository;
  private final List<String> build;
  private final Path jarInClone;
  private final Path javaHome;

  /**
   * How commits become jars.
   *
   * @param repository where commits are looked up
   * @param build the command that builds, run in a clone
   * @param jarInClone where the jar is then
   * @param javaHome of the JDK that builds
   */
  CommitJar(Path repository, List<String> build, Path jarInClone, Path javaHome) {
    this.repository = repository;
    this.build = List.copyOf(build);
    this.jarInClone = jarInClone;
    this.javaHome = javaHome;
  }

  /**
   * Puts the jar where the duel keeps it, so that later builds do not change it.
   *
   * @return what it was made of: the jar's file name, or the commit
   * @throws UnreadableInputException if it is neither a jar nor a commit, or cannot be built
   */
  String provide(String jarOrCommit, Path target) throws IOException {
    Files.createDirectories(target.toAbsolutePath().getParent());
    Path jar = Path.of(jarOrCommit);
    if (Files.isRegularFile(jar)) {
      Files.copy(jar, target, StandardCopyOption.REPLACE_EXISTING);
      return String.valueOf(jar.getFileName());
    }
    String commit = commit(jarOrCommit);
    Path clone = Files.createTempDirectory("heddle-build");
    try {
      run(
          clone,
          List.of("git", "clone", "-q", "--shared", repository.toString(), "."),
          jarOrCommit);
      run(clone, List.of("git", "checkout", "-q", "--detach", commit), jarOrCommit);
      run(clone, build, jarOrCommit);
      Path built = clone.resolve(jarInClone);
      if (!Files.isRegularFile(built)) {
        throw new UnreadableInputException(
            Path.of(jarOrCommit),
            "was built, and left no " + jarInClone,
            "a build that does (--build, --jar)");
      }
      Files.copy(built, target, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Folders.delete(clone);
    }
    return commit;
  }

  private String commit(String name) throws IOException {
    List<String> ask =
        List.of(
            "git",
            "-C",
            repository.toString(),
            "rev-parse",
            "--verify",
            "-q",
            "--end-of-options",
            name + "^{commit}");
    return output(ask)
        .orElseThrow(
            () ->
                new UnreadableInputException(
                    Path.of(name),
                    "is neither a file nor a commit",
                    EXPECTED.formatted(repository)));
  }

  private static Optional<String> output(List<String> command) throws IOException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String text =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    return waitFor(process) == 0
        ? Optional.of(text.lines().reduce((a, b) -> b).orElse(""))
        : Optional.empty();
  }

  private void run(Path folder, List<String> command, String what) throws IOException {
    Path log = Files.createTempFile("heddle-build", ".txt");
    try {
      ProcessBuilder builder =
          new ProcessBuilder(command)
              .directory(folder.toFile())
              .redirectErrorStream(true)
              .redirectOutput(log.toFile());
      builder.environment().put("JAVA_HOME", javaHome.toString());
      int code = waitFor(builder.start());
      if (code != 0) {
        List<String> lines = new ArrayList<>(Files.readString(log).lines().toList());
        String last =
            lines.stream()
                .filter(line -> line.contains("ERROR"))
                .findFirst()
                .orElse(lines.isEmpty() ? "no output" : lines.getLast());
        throw new UnreadableInputException(
            Path.of(what),
            "cannot be built: '%s' ended with %d: %s"
                .formatted(String.join(" ", command), code, last),
            "a commit that builds");
      }
    } finally {
      Files.deleteIfExists(log);
    }
  }

  private static int waitFor(Process process) throws IOException {
    try {
      return process.waitFor();
    } catch (InterruptedException e) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
      Thread.currentThread().interrupt();
      throw new IOException("Interrupted during a build", e);
    }
  }
}
