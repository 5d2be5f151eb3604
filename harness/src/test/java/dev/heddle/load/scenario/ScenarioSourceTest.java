package dev.heddle.load.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScenarioSourceTest {

  @TempDir Path temp;

  @Test
  void whatShipsIsFoundByItsNameOrItsFilesName() throws IOException {
    assertThat(ScenarioSource.find("hedge")).isEqualTo(ScenarioSource.find("hedge.yaml"));
    assertThat(ScenarioSource.find("hedge").location()).isEqualTo("hedge");
    assertThat(ScenarioSource.find("hedge").name()).isEqualTo("hedge");
  }

  @Test
  void aFileIsFoundAgainByItsLocationAndNamedWithoutItsFolder() throws IOException {
    Path file = Files.writeString(temp.resolve("my page.yml"), "plan: x");
    ScenarioSource source = ScenarioSource.find(file.toString());
    assertThat(source.name()).isEqualTo("my page");
    assertThat(Path.of(source.location())).isAbsolute();
    assertThat(ScenarioSource.find(source.location())).isEqualTo(source);
    assertThatThrownBy(source::read).hasMessageStartingWith("my page.yml line 1, column 7: ");
  }

  @Test
  void anotherContentHasAnotherHash() throws IOException {
    Path file = Files.writeString(temp.resolve("a.yaml"), "plan: x");
    String before = ScenarioSource.find(file.toString()).sha256();
    Files.writeString(file, "plan: y");
    assertThat(ScenarioSource.find(file.toString()).sha256()).isNotEqualTo(before).hasSize(64);
  }

  @Test
  void whatIsNeitherAFileNorShippedIsRefusedWithWhatIs() {
    assertThatThrownBy(() -> ScenarioSource.find("pge.yaml"))
        .hasMessage(
            "scenario is 'pge.yaml', and there is no such file; allowed: a scenario file, or"
                + " product-page, scrape, hedge");
  }
}
