package dev.heddle.reports.duel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heddle.reports.read.UnreadableInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommitJarTest {

  private static final Path HOME = Path.of(System.getProperty("java.home"));

  @TempDir private Path folder;

  private Path repository = Path.of("repository");

  @BeforeEach
  void aRepositoryOfTwoCommits() throws Exception {
    repository = Files.createDirectory(folder.resolve("repository"));
    git("init", "-q");
    for (String content : List.of("old", "new")) {
      Files.writeString(repository.resolve("source"), content);
      git("add", "source");
      git("-c", "user.name=a", "-c", "user.email=a@b", "commit", "-q", "-m", content);
    }
  }

  @Test
  void aCommitIsBuiltInACloneOfItsOwn() throws IOException {
    Path target = folder.resolve("kept/base.jar");

    String origin = jars("cp", "source", "built").provide("HEAD~1", target);

    assertThat(target).content().isEqualTo("old");
    assertThat(origin).matches("[0-9a-f]{40}");
    assertThat(repository.resolve("built")).doesNotExist();
  }

  @Test
  void aJarIsCopiedSoThatLaterBuildsDoNotChangeIt() throws IOException {
    Path jar = Files.writeString(folder.resolve("some.jar"), "jar");
    Path target = folder.resolve("kept/base.jar");

    assertThat(jars("false").provide(jar.toString(), target)).isEqualTo("some.jar");
    Files.writeString(jar, "built anew");
    assertThat(target).content().isEqualTo("jar");
  }

  @Test
  void aNameThatIsNeitherIsRefused() {
    assertThatThrownBy(() -> jars("true").provide("no-such", folder.resolve("x")))
        .isInstanceOf(UnreadableInputException.class)
        .hasMessageContaining("no-such: is neither a file nor a commit; expected a JMH jar, or");
  }

  @Test
  void anOptionInPlaceOfACommitReachesNoGit() {
    assertThatThrownBy(() -> jars("true").provide("--all", folder.resolve("x")))
        .hasMessageContaining("is neither a file nor a commit");
  }

  @Test
  void aBuildThatFailsSaysSo() {
    assertThatThrownBy(() -> jars("ls", "absent").provide("HEAD", folder.resolve("x")))
        .isInstanceOf(UnreadableInputException.class)
        .hasMessageContaining("cannot be built: 'ls absent' ended with");
    assertThatThrownBy(() -> jars("true").provide("HEAD", folder.resolve("x")))
        .hasMessageContaining("was built, and left no built");
  }

  private CommitJar jars(String... build) {
    return new CommitJar(repository, List.of(build), Path.of("built"), HOME);
  }

  private void git(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("git", "-C", repository.toString()));
    command.addAll(List.of(arguments));
    assertThat(new ProcessBuilder(command).inheritIO().start().waitFor()).isZero();
  }
}
