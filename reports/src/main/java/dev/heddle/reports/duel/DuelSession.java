package dev.heddle.reports.duel;

import dev.heddle.reports.read.UnreadableInputException;
import dev.heddle.reports.stats.Looks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** A duel from its jars to its result folders. */
public final class DuelSession {

  private final DuelRequest request;
  private final DuelFolder folder;
  private final JmhProcess process = new JmhProcess(java());
  private final DuelListener listener;
  private final Supplier<? extends Ruler> rulers;
  private final Map<Side, List<DuelCell>> alone = new EnumMap<>(Side.class);

  /**
   * How to run the same again.
   *
   * @param command for a shell in a checkout, in which {@code $here} is the duel's folder
   * @param folder that it writes to
   */
  public record Again(String command, String folder) {}

  /** Of a request; the listener is told what happens. */
  public DuelSession(DuelRequest request, DuelListener listener) {
    this(request, listener, MachineRuler::warm);
  }

  DuelSession(DuelRequest request, DuelListener listener, Supplier<? extends Ruler> rulers) {
    this.rulers = rulers;
    this.request = request;
    this.folder = new DuelFolder(request.out());
    this.listener = listener;
  }

  /**
   * Makes the jars, the plan, and runs it.
   *
   * @param again what runs the same again
   * @return what is invalid about the duel as a whole; empty if nothing is
   * @throws UnreadableInputException if a jar or the folder cannot be used
   * @throws IOException if a file cannot be written; what was measured is kept
   */
  public Optional<String> run(Again again) throws IOException {
    folder.prepare(request.resumed());
    Map<Side, String> origins = jars();
    DuelPlan plan = plan(origins);
    DuelEnvironment.write(folder, plan, alone);
    keepCalibration();
    DuelScript.write(folder, again.command(), again.folder());
    Duel duel =
        new Duel(
            plan, folder, request.rules(), request.metrics(), process, request.timing(), listener);
    try (Ruler ruler = rulers.get()) {
      return duel.run(ruler);
    }
  }

  /**
   * The seed of the duel in a folder, for one that goes on.
   *
   * @return empty if there is none
   */
  public static Optional<Long> seed(Path out) throws IOException {
    return new DuelFolder(out).plan().map(DuelPlan::seed);
  }

  /** The result folder of a side. */
  public Path results(Side side) {
    return folder.side(side);
  }

  /** Ends the fork under way; {@link #run} returns soon after. */
  public void stop() {
    process.stop();
  }

  /** Whether it was stopped. */
  public boolean isStopped() {
    return process.isStopped();
  }

  /** Beside both sides' results, where whoever compares them finds it. */
  private void keepCalibration() throws IOException {
    if (request.calibration().isEmpty()) {
      return;
    }
    Path file = request.calibration().get();
    if (!Files.isRegularFile(file)) {
      throw new UnreadableInputException(
          file, "is no file", "the calibration.json of Heddle's calibrate (--calibration)");
    }
    byte[] content = Files.readAllBytes(file);
    for (Side side : Side.values()) {
      DuelFolder.write(folder.side(side).resolve("calibration.json"), content);
    }
  }

  private Map<Side, String> jars() throws IOException {
    CommitJar jars =
        new CommitJar(
            request.builds().repository(),
            request.builds().command(),
            request.builds().jar(),
            Path.of(System.getProperty("java.home")));
    Optional<DuelPlan> before = request.resumed() ? folder.plan() : Optional.empty();
    Map<Side, String> origins = new EnumMap<>(Side.class);
    for (Side side : Side.values()) {
      String asked = side == Side.BASE ? request.base() : request.candidate();
      boolean there = before.isPresent() && Files.isRegularFile(folder.jar(side));
      origins.put(
          side,
          there
              ? before.get().origins().getOrDefault(side, asked)
              : jars.provide(asked, folder.jar(side)));
    }
    return origins;
  }

  private DuelPlan plan(Map<Side, String> origins) throws IOException {
    JmhJar jar = new JmhJar(process);
    List<DuelCell> base = jar.cells(folder.jar(Side.BASE), request.includes(), request.params());
    List<DuelCell> candidate =
        jar.cells(folder.jar(Side.CANDIDATE), request.includes(), request.params());
    List<DuelCell> both = candidate.stream().filter(base::contains).toList();
    if (both.isEmpty()) {
      throw new UnreadableInputException(
          folder.path(), "has jars without a cell in common", "two builds of one JMH jar");
    }
    onlyOn(Side.BASE, without(base, both));
    onlyOn(Side.CANDIDATE, without(candidate, both));
    DuelPlan plan =
        new DuelPlan(
            UUID.randomUUID().toString(),
            Map.of(Side.BASE, request.base(), Side.CANDIDATE, request.candidate()),
            origins,
            Map.of(
                Side.BASE, sha256(folder.jar(Side.BASE)),
                Side.CANDIDATE, sha256(folder.jar(Side.CANDIDATE))),
            request.jvmArgs(),
            both,
            request.timing().map(DuelTiming::toString).orElse(""),
            request.blocks(),
            Looks.STANDARD.upTo(request.blocks()).blocks(),
            request.everyBlock(),
            request.rules().alpha(),
            request.rules().delta(),
            request.seed());
    return kept(plan);
  }

  private void onlyOn(Side side, List<DuelCell> cells) {
    if (!cells.isEmpty()) {
      alone.put(side, cells);
      listener.onlyOn(side, cells);
    }
  }

  private static List<DuelCell> without(List<DuelCell> cells, List<DuelCell> others) {
    return cells.stream().filter(cell -> !others.contains(cell)).toList();
  }

  private DuelPlan kept(DuelPlan plan) throws IOException {
    Optional<DuelPlan> before = request.resumed() ? folder.plan() : Optional.empty();
    List<String> differences = before.map(was -> was.differences(plan)).orElse(List.of());
    if (!differences.isEmpty()) {
      throw new UnreadableInputException(
          folder.path(),
          "holds another duel (%s)".formatted(String.join("; ", differences)),
          "the options that it was begun with, or a new folder");
    }
    if (before.isEmpty()) {
      folder.save(plan);
    }
    return before.orElse(plan);
  }

  private static String sha256(Path file) throws IOException {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(Files.readAllBytes(file)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }

  private static Path java() {
    return Path.of(System.getProperty("java.home"), "bin", "java");
  }
}
