package dev.heddle.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A git checkout.
 *
 * @param commit the hash of the commit that is checked out
 * @param dirty whether tracked files differ from it
 */
record GitCheckout(String commit, boolean dirty) {

  /** The checkout that holds a file or folder; empty if none does, or there is no git. */
  static Optional<GitCheckout> of(Path path) {
    Path folder = Files.isDirectory(path) ? path : path.resolveSibling("");
    try {
      String commit = git(folder, "rev-parse", "HEAD").getFirst();
      boolean dirty = !git(folder, "status", "--porcelain", "--untracked-files=no").isEmpty();
      return Optional.of(new GitCheckout(commit, dirty));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static List<String> git(Path folder, String... arguments) throws IOException {
    List<String> command = new ArrayList<>(List.of("git", "-C", folder.toString()));
    command.addAll(List.of(arguments));
    return CommandOutput.of(command);
  }
}
