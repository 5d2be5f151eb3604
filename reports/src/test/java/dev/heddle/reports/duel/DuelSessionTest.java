package dev.heddle.reports.duel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heddle.reports.compare.CellComparison;
import dev.heddle.reports.compare.Rules;
import dev.heddle.reports.compare.RunComparison;
import dev.heddle.reports.read.Run;
import dev.heddle.reports.read.UnreadableInputException;
import dev.heddle.reports.stats.Ratio;
import dev.heddle.reports.stats.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DuelSessionTest {

  private static final DuelSession.Again AGAIN = new DuelSession.Again("echo again", "again");

  @TempDir private Path folder;

  private final Told told = new Told(new ArrayList<>(), new ArrayList<>());

  /** What a duel told. */
  private record Told(List<String> decided, List<String> failed) implements DuelListener {
    @Override
    public void blockBegins(int block, int liveCells) {}

    @Override
    public void forkFailed(String cell, Side side, String file) {
      failed.add(cell);
    }

    @Override
    public void decided(DuelCell cell, int blocks, List<CellComparison> verdicts) {
      decided.add(blocks + " " + verdicts.stream().map(CellComparison::verdict).toList());
    }

    @Override
    public void blockDropped(int block, double ofMedian) {}
  }

  @Test
  void aClearSlowdownIsFoundAtTheFirstLookAndTheCellStops() throws Exception {
    DuelSession duel = duel(1, 1.2, false, "steady");

    Optional<String> problem = duel.run(AGAIN);

    RunComparison comparison = comparison(duel);
    assertThat(comparison.cells()).extracting(CellComparison::verdict).containsOnly(Verdict.SLOWER);
    assertThat(comparison.cells())
        .allSatisfy(
            cell -> {
              assertThat(cell.effect().orElseThrow().design()).isEqualTo(Ratio.Design.BLOCKS);
              assertThat(cell.base().forks()).hasSizeLessThan(12);
            });
    assertThat(comparison.rules().looks().orElseThrow().blocks()).containsExactly(5, 8, 12);
    assertThat(told.decided()).hasSize(2).allMatch(text -> text.endsWith("[SLOWER]"));
    assertThat(problem).isEmpty();
  }

  @Test
  void aCellThatFailsIsGivenUpAndTheOthersGoOn() throws Exception {
    DuelSession duel = duel(1, 1.2, false);

    Optional<String> _ = duel.run(AGAIN);

    assertThat(told.failed()).hasSizeBetween(3, 4).allMatch(cell -> cell.contains("broken"));
    assertThat(comparison(duel).cells()).hasSize(2);
    assertThat(folder.resolve("duel/failed")).isDirectoryContaining("regex:.*broken.*");
  }

  @Test
  void aDuelGoesOnWhereItEndedAndMeasuresNothingTwice() throws Exception {
    Optional<String> _ = duel(1, 1.2, false, "steady").run(AGAIN);
    List<Path> forks = forks();
    Files.delete(forks.getLast());
    Files.writeString(forks.getFirst(), Files.readString(forks.getFirst()) + " ");

    DuelSession again = duel(1, 1.2, true, "steady");
    Optional<String> _ = again.run(AGAIN);

    assertThat(forks()).containsExactlyElementsOf(forks);
    assertThat(Files.readString(forks.getFirst())).endsWith(" ");
  }

  @Test
  void anotherDuelIsNotResumed() throws Exception {
    Optional<String> _ = duel(1, 1.2, false, "steady").run(AGAIN);

    assertThatThrownBy(() -> duel(1, 1.2, true, "broken").run(AGAIN))
        .isInstanceOf(UnreadableInputException.class)
        .hasMessageContaining("holds another duel");
  }

  @Test
  void aFileThatIsNoJmhJarIsRefused() throws Exception {
    Path text = Files.writeString(folder.resolve("text.jar"), "no jar");
    DuelSession duel = new DuelSession(request(text.toString(), text.toString(), false), told);

    assertThatThrownBy(() -> duel.run(AGAIN))
        .isInstanceOf(UnreadableInputException.class)
        .hasMessageContaining("lists no benchmarks")
        .hasMessageContaining("expected an executable JMH jar");
  }

  @Test
  void theScriptBesideItRunsTheSameJarsAgain() throws Exception {
    Optional<String> _ = duel(1, 1, false, "steady").run(AGAIN);

    assertThat(folder.resolve("duel/reproduce.sh")).content().contains("echo again");
    assertThat(folder.resolve("duel/jars/base.jar")).isRegularFile();
    assertThat(folder.resolve("duel/base/environment.json")).content().contains("jarSha256");
  }

  private DuelSession duel(double base, double candidate, boolean resumed, String... includes)
      throws IOException {
    Path left = FakeJmh.jar(folder.resolve("left.jar"), base);
    Path right = FakeJmh.jar(folder.resolve("right.jar"), candidate);
    return new DuelSession(request(left.toString(), right.toString(), resumed, includes), told);
  }

  private DuelRequest request(String base, String candidate, boolean resumed, String... includes) {
    return new DuelRequest(
        base,
        candidate,
        folder.resolve("duel"),
        resumed,
        List.of(includes),
        Map.of(),
        Map.of(Side.BASE, List.of(), Side.CANDIDATE, List.of()),
        Optional.empty(),
        12,
        false,
        7,
        Rules.STANDARD,
        new DuelRequest.Builds(folder, List.of("false"), Path.of("out.jar")));
  }

  private RunComparison comparison(DuelSession duel) throws IOException {
    return RunComparison.of(
        Run.read(duel.results(Side.BASE)),
        Run.read(duel.results(Side.CANDIDATE)),
        List.of(),
        Rules.STANDARD);
  }

  private List<Path> forks() throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("duel/forks"))) {
      return files.sorted().toList();
    }
  }
}
