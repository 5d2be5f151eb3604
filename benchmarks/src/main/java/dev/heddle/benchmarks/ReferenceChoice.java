package dev.heddle.benchmarks;

import dev.heddle.benchmarks.reference.AsyncioCells;
import dev.heddle.benchmarks.reference.AsyncioContestant;
import dev.heddle.benchmarks.reference.AsyncioLoads;
import dev.heddle.benchmarks.reference.AsyncioReference;
import dev.heddle.benchmarks.reference.MissingPythonException;
import dev.heddle.benchmarks.run.Cell;
import dev.heddle.benchmarks.run.RunPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that put a reference beside the models. */
final class ReferenceChoice {

  /** The system property that names the checkout, where the scripts are. */
  static final String ROOT_PROPERTY = "heddle.root";

  @Option(
      names = "--reference",
      paramLabel = "NAME",
      description =
          "What runs in the same rounds beside the models, and in no verdict: asyncio, Python's"
              + " own.")
  private @Nullable Reference reference;

  @Option(
      names = "--reference-client",
      split = ",",
      paramLabel = "LOOP+CLIENT",
      description =
          "Which of asyncio+aiohttp, asyncio+httpx, uvloop+aiohttp (the default: these three) and"
              + " uvloop+httpx.")
  private List<String> clients = new ArrayList<>();

  @Option(
      names = "--python",
      paramLabel = "COMMAND",
      description =
          "The Python of the reference; otherwise the first of python3 and /usr/bin/python3 that"
              + " has what it needs.")
  private String python = "";

  /** Whether it leaves the plan of a run as it was. */
  boolean isEmpty() {
    return reference == null && clients.isEmpty();
  }

  /**
   * The plan with the cells that the reference can state.
   *
   * @throws IllegalArgumentException if there are none
   */
  RunPlan beside(RunPlan plan) {
    if (reference == null) {
      if (!clients.isEmpty()) {
        throw new IllegalArgumentException("--reference-client goes with --reference asyncio");
      }
      return plan;
    }
    return LoadPlans.isLoad(plan)
        ? with(
            plan,
            AsyncioLoads.beside(plan.cells(), contestants()),
            "asyncio is offered none of these loads: it has gather, outcomes, group and"
                + " as-completed over a distribution or get, and no scenario files")
        : with(
            plan,
            AsyncioCells.beside(plan.cells(), contestants()),
            "asyncio states none of these cells: it has gather, outcomes, wait-first,"
                + " as-completed, group, timeout and bounded over no-op, sleep, fetch and"
                + " fetch-drawn");
  }

  private static RunPlan with(RunPlan plan, List<Cell> cells, String ifNone) {
    if (cells.isEmpty()) {
      throw new IllegalArgumentException(ifNone);
    }
    return plan.withReference(cells);
  }

  private List<AsyncioContestant> contestants() {
    return clients.isEmpty()
        ? AsyncioContestant.DEFAULTS
        : clients.stream().map(AsyncioContestant::parse).toList();
  }

  /**
   * What runs the reference's cells of a plan; empty if it has none.
   *
   * @throws MissingPythonException saying what is missing, and how to get it
   */
  Optional<AsyncioReference> open(RunPlan plan) throws MissingPythonException {
    return AsyncioReference.of(
        plan, python, Optional.ofNullable(System.getProperty(ROOT_PROPERTY)));
  }

  /** The options that put these cells beside a plan's; empty where there are none. */
  static String options(List<Cell> cells) {
    List<AsyncioContestant> contestants = AsyncioCells.contestants(cells);
    return contestants.isEmpty()
        ? ""
        : " --reference asyncio --reference-client "
            + contestants.stream()
                .map(AsyncioContestant::toString)
                .collect(Collectors.joining(","));
  }
}
