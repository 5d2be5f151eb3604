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
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DuelSessionTest {

  private static final DuelSession.Again AGAIN = new DuelSession.Again("echo again", "again");

  @TempDir private Path folder;

  private final Told told = new Told(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());

  /** What a duel told. */
  private record Told(List<String> decided, List<String> failed, List<String> alone)
      implements DuelListener {
    @Override
    public void onlyOn(Side side, List<DuelCell> cells) {
      cells.forEach(cell -> alone.add(side.text() + " " + cell.label()));
    }

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
    public void rulerCutOff(String file) {
      failed.add("cut off: " + Path.of(file).getFileName());
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

    Optional<String> problem = duel.run(AGAIN);

    assertThat(problem.orElseThrow()).contains("given up", "broken");
    assertThat(told.failed()).hasSizeBetween(3, 4).allMatch(cell -> cell.contains("broken"));
    assertThat(comparison(duel).cells())
        .extracting(CellComparison::verdict)
        .containsExactly(Verdict.SLOWER, Verdict.SLOWER, Verdict.INVALID);
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
  void aBenchmarkThatTheCandidateLostIsSaid() throws Exception {
    Path left = FakeJmh.jar(folder.resolve("left.jar"), 1);
    DuelSession duel =
        new DuelSession(
            request(
                left.toString(),
                FakeJmh.jarOfSteadyOnly(folder.resolve("right.jar")).toString(),
                false),
            told,
            MadeUpRuler::new);

    Optional<String> _ = duel.run(AGAIN);

    assertThat(told.alone()).isNotEmpty().allMatch(text -> text.startsWith("base "));
    assertThat(comparison(duel).onlyBase()).hasSameSizeAs(told.alone());
  }

  @Test
  void aDuelThatGoesOnKeepsItsSeed() throws Exception {
    Optional<String> _ = duel(1, 1.2, false, "steady").run(AGAIN);

    assertThat(DuelSession.seed(folder.resolve("duel"))).contains(7L);
    assertThat(DuelSession.seed(folder.resolve("none"))).isEmpty();
  }

  @Test
  void aDuelThatProvesNothingHasNoVerdictsWhoeverReadsIt() throws Exception {
    DuelSession duel = duel(1, 1.2, false, "steady");
    Optional<String> _ = duel.run(AGAIN);

    DuelEnvironment.conclude(
        new DuelFolder(folder.resolve("duel")), Optional.of("the machine changed"), List.of());

    assertThat(comparison(duel).cells())
        .isNotEmpty()
        .allMatch(cell -> cell.verdict() == Verdict.INVALID)
        .allMatch(cell -> cell.notes().contains("the machine changed"));
  }

  @Test
  void aMachineThatChangesInOneBlockOfTwoGivesNoVerdict() throws Exception {
    AtomicInteger readings = new AtomicInteger();
    DuelSession duel =
        new DuelSession(
            request(
                FakeJmh.jar(folder.resolve("left.jar"), 1).toString(),
                FakeJmh.jar(folder.resolve("right.jar"), 1.2).toString(),
                false,
                "steady"),
            told,
            () -> new MadeUpRuler(() -> readings.incrementAndGet() % 2 == 0 ? 2000 : 1000));

    Optional<String> problem = duel.run(AGAIN);

    assertThat(problem.orElseThrow()).contains("blocks were dropped");
    assertThat(comparison(duel).cells())
        .extracting(CellComparison::verdict)
        .containsOnly(Verdict.INVALID);
  }

  @Test
  void anotherDuelIsNotResumed() throws Exception {
    Optional<String> _ = duel(1, 1.2, false, "steady").run(AGAIN);

    assertThatThrownBy(() -> duel(1, 1.2, true, "broken").run(AGAIN))
        .isInstanceOf(UnreadableInputException.class)
        .hasMessageContaining("holds another duel (cells was ");
  }

  @Test
  void otherRulesOrSidesDoNotResumeADuelAndAreNamed() throws Exception {
    Optional<String> _ = duel(1, 1.2, false, "steady").run(AGAIN);
    String left = folder.resolve("left.jar").toString();
    DuelSession other =
        new DuelSession(
            request(left, left, true, Rules.STANDARD.withAlpha(0.05), "steady"),
            told,
            MadeUpRuler::new);

    assertThatThrownBy(() -> other.run(AGAIN))
        .isInstanceOf(UnreadableInputException.class)
        .hasMessageContaining("--candidate was '" + folder.resolve("right.jar") + "', is '" + left)
        .hasMessageContaining("--alpha was 0.01")
        .hasMessageContaining(", is 0.05")
        .hasMessageContaining("expected the options that it was begun with, or a new folder");
  }

  @Test
  void aRulerThatWasCutOffIsReadAnew() throws Exception {
    Optional<String> _ = duel(1, 1.2, false, "steady").run(AGAIN);
    Path rulers = folder.resolve("duel/rulers.csv");
    List<String> lines = Files.readAllLines(rulers);
    String cut = lines.getLast().substring(0, lines.getLast().lastIndexOf(',') + 1);
    Files.writeString(rulers, String.join("\n", lines.subList(0, lines.size() - 1)) + "\n" + cut);

    Optional<String> _ = duel(1, 1.2, true, "steady").run(AGAIN);

    assertThat(told.failed()).containsExactly("cut off: rulers.csv");
    assertThat(Files.readAllLines(rulers))
        .hasSizeGreaterThanOrEqualTo(lines.size())
        .allMatch(line -> line.matches("block,cpu_us,hand_off_us|\\d+,[0-9.]+,[0-9.]+"));
  }

  @Test
  void noVerdictIsGivenOnLessThanTheNoiseFloor() throws Exception {
    Path calibration =
        Files.writeString(
            folder.resolve("calibration.json"),
            """
            { "format_version": 1, "made": "m", "heddle": "h",
              "noise": [ { "work": "gather", "floor": 0.5 } ] }
            """);
    DuelRequest without =
        request(
            FakeJmh.jar(folder.resolve("left.jar"), 1).toString(),
            FakeJmh.jar(folder.resolve("right.jar"), 1.2).toString(),
            false,
            "steady");
    DuelSession duel = new DuelSession(calibrated(without, calibration), told, MadeUpRuler::new);

    Optional<String> _ = duel.run(AGAIN);

    assertThat(told.decided()).noneMatch(text -> text.contains("SLOWER"));
    assertThat(folder.resolve("duel/candidate/calibration.json"))
        .hasSameTextualContentAs(calibration);
  }

  private static DuelRequest calibrated(DuelRequest request, Path calibration) {
    return new DuelRequest(
        request.base(),
        request.candidate(),
        request.out(),
        request.resumed(),
        request.includes(),
        request.params(),
        request.jvmArgs(),
        request.timing(),
        request.blocks(),
        request.everyBlock(),
        request.seed(),
        request.rules(),
        request.metrics(),
        Optional.of(calibration),
        request.builds());
  }

  @Test
  void aFileThatIsNoJmhJarIsRefused() throws Exception {
    Path text = Files.writeString(folder.resolve("text.jar"), "no jar");
    DuelSession duel =
        new DuelSession(request(text.toString(), text.toString(), false), told, MadeUpRuler::new);

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
    return new DuelSession(
        request(left.toString(), right.toString(), resumed, includes), told, MadeUpRuler::new);
  }

  private DuelRequest request(String base, String candidate, boolean resumed, String... includes) {
    return request(base, candidate, resumed, Rules.STANDARD, includes);
  }

  private DuelRequest request(
      String base, String candidate, boolean resumed, Rules rules, String... includes) {
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
        rules,
        List.of(),
        Optional.empty(),
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
