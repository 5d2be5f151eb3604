package dev.heddle.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GitCheckoutTest {

  @TempDir Path temp;

  @Test
  void aFolderWithoutGitHasNone() {
    assertThat(GitCheckout.of(temp)).isEmpty();
  }

  @Test
  void tellsTheCommitOfAFileInIt() throws Exception {
    Path file = commitFile();

    assertThat(GitCheckout.of(file)).hasValueSatisfying(this::isClean);
  }

  @Test
  void aChangedFileMakesItDirty() throws Exception {
    Path file = commitFile();
    Files.writeString(file, "changed");

    assertThat(GitCheckout.of(temp)).hasValueSatisfying(git -> assertThat(git.dirty()).isTrue());
  }

  @Test
  void anUntrackedFileDoesNot() throws Exception {
    commitFile();
    Files.writeString(temp.resolve("results.json"), "[]");

    assertThat(GitCheckout.of(temp)).hasValueSatisfying(this::isClean);
  }

  private void isClean(GitCheckout git) {
    assertThat(git.commit()).matches("[0-9a-f]{40,64}");
    assertThat(git.dirty()).isFalse();
  }

  private Path commitFile() throws IOException {
    Path file = Files.writeString(temp.resolve("code"), "code");
    git("init", "-q");
    git("add", "code");
    git("-c", "user.name=T", "-c", "user.email=t@example.org", "commit", "-qm", "One");
    return file;
  }

  private void git(String... arguments) throws IOException {
    List<String> command = new ArrayList<>(List.of("git", "-C", temp.toString()));
    command.addAll(List.of(arguments));
    assertThat(CommandOutput.of(command)).isEmpty();
  }
}
