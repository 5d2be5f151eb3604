package dev.heddle.reports.command;

import dev.heddle.reports.compare.KnownNoise;
import dev.heddle.reports.compare.RunComparison;
import dev.heddle.reports.duel.DuelRequest;
import dev.heddle.reports.duel.DuelSession;
import dev.heddle.reports.duel.DuelTiming;
import dev.heddle.reports.duel.Side;
import dev.heddle.reports.html.ShellCommand;
import dev.heddle.reports.read.Run;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Runs two JMH jars against each other in blocks of forks, until the verdicts are in. */
@Command(
    name = "duel",
    description = {
      "Runs two builds of a JMH jar against each other: blocks of forks, each cell on",
      "both sides in random order, until each verdict is in. Any JMH jars will do."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class DuelCommand implements Callable<Integer> {

  private static final int FEWEST_BLOCKS = 5;
  private static final int MOST_BLOCKS = 200;

  @Option(
      names = "--base",
      required = true,
      paramLabel = "JAR|COMMIT",
      description = "What it was: a JMH jar, or a commit, which is built first.")
  private String base = "";

  @Option(
      names = "--candidate",
      required = true,
      paramLabel = "JAR|COMMIT",
      description = "What it became.")
  private String candidate = "";

  @Option(
      names = "--out",
      paramLabel = "DIR",
      defaultValue = "duel",
      description = "Where the files go (default: ${DEFAULT-VALUE}).")
  private Path out = Path.of("duel");

  @Option(names = "--resume", description = "Go on with the duel in DIR that was interrupted.")
  private boolean resume;

  @Option(
      names = "--include",
      paramLabel = "REGEX",
      description = "Benchmarks whose name contains it, as JMH's own argument; repeatable.")
  private List<String> includes = List.of();

  @Option(
      names = "-p",
      paramLabel = "NAME=V1,V2…",
      description = "Values of a parameter, in place of the jar's own; repeatable.")
  private List<String> params = List.of();

  @Option(
      names = "--timing",
      paramLabel = "WxMS+IxMS",
      description = {
        "Warm-up and measured iterations of each fork, such as 5x500+5x500",
        "(default: as the benchmarks say)."
      })
  private Optional<String> timing = Optional.empty();

  @Option(
      names = "--max-blocks",
      paramLabel = "N",
      defaultValue = "30",
      description = "The most blocks; looks are after 5, 8, 12, 20 and 30 (default: 30).")
  private int blocks = 30;

  @Option(
      names = "--calibration",
      paramLabel = "FILE",
      description = "The machine's calibration.json: no verdict on less than its noise floor.")
  private Optional<Path> calibration = Optional.empty();

  @Option(names = "--every-block", description = "Run all blocks of cells whose verdict is in.")
  private boolean everyBlock;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Decides the order (default: any; with --resume, that of the duel).")
  private Optional<Long> seed = Optional.empty();

  @Option(
      names = "--jvm-arg",
      paramLabel = "ARG",
      description = "An argument of all forks' JVMs, such as --jvm-arg=-Xmx2g; repeatable.")
  private List<String> jvmArgs = List.of();

  @Option(names = "--base-jvm-arg", paramLabel = "ARG", description = "One of the base's forks.")
  private List<String> baseJvmArgs = List.of();

  @Option(
      names = "--candidate-jvm-arg",
      paramLabel = "ARG",
      description = "One of the candidate's forks: the same jar twice compares flags.")
  private List<String> candidateJvmArgs = List.of();

  @Option(
      names = "--repository",
      paramLabel = "DIR",
      defaultValue = "${sys:heddle.root:-.}",
      description = "Where commits are looked up (default: this checkout).")
  private Path repository = Path.of(".");

  @Option(
      names = "--build",
      paramLabel = "COMMAND",
      defaultValue = "mvn -B -q -DskipTests -Dformat.skip=true -pl benchmarks -am package",
      description = "How a commit is built, in a clone (default: ${DEFAULT-VALUE}).")
  private String build = "";

  @Option(
      names = "--jar",
      paramLabel = "PATH",
      defaultValue = "benchmarks/target/benchmarks.jar",
      description = "Where the build leaves its JMH jar (default: ${DEFAULT-VALUE}).")
  private Path jar = Path.of("benchmarks.jar");

  @Mixin private VerdictOptions verdicts = new VerdictOptions();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws IOException {
    DuelRequest request = request();
    DuelLog log = new DuelLog(spec.commandLine().getErr(), request.blocks());
    DuelSession session = new DuelSession(request, log);
    Thread end = new Thread(session::stop, "stop-duel");
    Runtime.getRuntime().addShutdownHook(end);
    Optional<String> problem = session.run(again(request));
    if (session.isStopped()) {
      log.say("Stopped; go on with the same options and --resume");
      return Reports.UNUSABLE;
    }
    Runtime.getRuntime().removeShutdownHook(end);
    problem.ifPresent(log::say);
    conclude(session, request);
    return problem.isPresent() ? Reports.UNUSABLE : 0;
  }

  private void conclude(DuelSession session, DuelRequest request) throws IOException {
    Run before = Run.read(session.results(Side.BASE));
    Run after = Run.read(session.results(Side.CANDIDATE));
    List<Run> runs = List.of(before, after);
    RunComparison comparison =
        RunComparison.of(
            before, after, verdicts.metrics(), KnownNoise.applied(request.rules(), runs));
    ComparisonFiles.write(
        comparison,
        out.resolve("compare.html").toAbsolutePath(),
        Optional.of(out.resolve("summary.md")),
        spec.commandLine().getOut());
    Problem.leftOut(runs, spec.commandLine().getErr());
  }

  private DuelRequest request() throws IOException {
    if (blocks < FEWEST_BLOCKS || blocks > MOST_BLOCKS) {
      throw wrong(
          "--max-blocks is %d; allowed: %d to %d".formatted(blocks, FEWEST_BLOCKS, MOST_BLOCKS));
    }
    Optional<Long> before = resume ? DuelSession.seed(out) : Optional.empty();
    try {
      return new DuelRequest(
          base,
          candidate,
          out,
          resume,
          includes,
          params(),
          Map.of(
              Side.BASE, joined(jvmArgs, baseJvmArgs),
              Side.CANDIDATE, joined(jvmArgs, candidateJvmArgs)),
          timing.map(DuelTiming::parse),
          blocks,
          everyBlock,
          seed.or(() -> before).orElseGet(() -> ThreadLocalRandom.current().nextLong(1, 1_000_000)),
          verdicts.rules(),
          verdicts.metrics(),
          calibration,
          new DuelRequest.Builds(repository, Arrays.asList(build.split(" +")), jar));
    } catch (IllegalArgumentException e) {
      throw wrong(String.valueOf(e.getMessage()));
    }
  }

  private Map<String, List<String>> params() {
    Map<String, List<String>> values = new LinkedHashMap<>();
    for (String param : params) {
      int equals = param.indexOf('=');
      if (equals < 1) {
        throw wrong("-p is '%s'; allowed: NAME=VALUE or NAME=V1,V2".formatted(param));
      }
      values.put(
          param.substring(0, equals), Arrays.asList(param.substring(equals + 1).split(",", -1)));
    }
    return values;
  }

  private ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }

  private static List<String> joined(List<String> all, List<String> own) {
    List<String> both = new ArrayList<>(all);
    both.addAll(own);
    return both;
  }

  /** What was asked for, of the very jars, with the seed and a folder of its own. */
  private DuelSession.Again again(DuelRequest request) {
    String folder =
        new ShellCommand()
            .add(out.toAbsolutePath().normalize().getFileName() + "-again")
            .toString();
    String jars =
        "--base \"$here\"/jars/base.jar --candidate \"$here\"/jars/candidate.jar"
            + (calibration.isPresent() ? " --calibration \"$here\"/base/calibration.json" : "");
    return new DuelSession.Again(
        "scripts/heddle duel %s %s --out %s".formatted(jars, options(request), folder), folder);
  }

  private String options(DuelRequest request) {
    ShellCommand words = new ShellCommand();
    includes.forEach(include -> words.add("--include", include));
    params.forEach(param -> words.add("-p", param));
    timing.ifPresent(text -> words.add("--timing", text));
    words.add("--max-blocks", Integer.toString(blocks));
    if (everyBlock) {
      words.add("--every-block");
    }
    jvmArgs.forEach(arg -> words.add("--jvm-arg=" + arg));
    baseJvmArgs.forEach(arg -> words.add("--base-jvm-arg=" + arg));
    candidateJvmArgs.forEach(arg -> words.add("--candidate-jvm-arg=" + arg));
    verdicts.addTo(words);
    return words.add("--seed", Long.toString(request.seed())).toString();
  }
}
