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

/** A duel from its jars to its result folders. */
public final class DuelSession {

  private final DuelRequest request;
  private final DuelFolder folder;
  private final JmhProcess process = new JmhProcess(java());
  private final DuelListener listener;

  /**
   * How to run the same again.
   *
   * @param command for a shell in a checkout, in which {@code $here} is the duel's folder
   * @param folder that it writes to
   */
  public record Again(String command, String folder) {}

  /** Of a request; the listener is told what happens. */
  public DuelSession(DuelRequest request, DuelListener listener) {
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
    DuelEnvironment.write(folder, plan);
    DuelScript.write(folder, again.command(), again.folder());
    return new Duel(plan, folder, request.rules(), process, request.timing(), listener).run();
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
    List<DuelCell> both =
        jar.cells(folder.jar(Side.CANDIDATE), request.includes(), request.params()).stream()
            .filter(base::contains)
            .toList();
    if (both.isEmpty()) {
      throw new UnreadableInputException(
          folder.path(), "has jars without a cell in common", "two builds of one JMH jar");
    }
    DuelPlan plan =
        new DuelPlan(
            UUID.randomUUID().toString(),
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
            request.seed());
    return kept(plan);
  }

  private DuelPlan kept(DuelPlan plan) throws IOException {
    Optional<DuelPlan> before = request.resumed() ? folder.plan() : Optional.empty();
    if (before.isPresent() && !before.get().isSame(plan)) {
      throw new UnreadableInputException(
          folder.path(),
          "holds another duel (jars, cells, timing, blocks, arguments or seed differ)",
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
