package dev.heddle.benchmarks.reference;

import static dev.heddle.benchmarks.reference.AsyncioCells.value;
import static dev.heddle.benchmarks.reference.AsyncioCells.word;

import dev.heddle.benchmarks.run.Cell;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The loads that can be offered to asyncio as well, and how the runner is told of them. */
public final class AsyncioLoads {

  private static final String PLAN = "plan";
  private static final String FAN_OUT = "fanOut";
  private static final String LATENCY = "latency";
  private static final String NO_OP = "no-op";
  private static final String RATE = "rate";

  /** Asyncio has no race; its wait for the first is another operation. */
  private static final Set<String> PLANS = Set.of("GATHER", "OUTCOMES", "GROUP", "AS_COMPLETED");

  /** What both sides are told; how its driver waits is left to the event loop. */
  private static final List<String> SHARED =
      List.of(PLAN, FAN_OUT, LATENCY, RATE, "arrivals", "seconds", "warmUp", "seed");

  private AsyncioLoads() {}

  /** For each of the contestants the loads of these cells, each once. */
  public static List<Cell> beside(List<Cell> cells, List<AsyncioContestant> contestants) {
    return cells.stream()
        .filter(cell -> PLANS.contains(value(cell, PLAN)))
        .filter(cell -> !value(cell, LATENCY).equals(NO_OP))
        .flatMap(cell -> contestants.stream().map(contestant -> of(cell, contestant)))
        .distinct()
        .toList();
  }

  private static Cell of(Cell cell, AsyncioContestant contestant) {
    Map<String, String> params = new LinkedHashMap<>();
    params.put("model", Cell.REFERENCE);
    params.put("tier", "reference");
    params.put("transport", contestant.client());
    params.put("loop", contestant.loop());
    SHARED.forEach(name -> params.put(name, value(cell, name)));
    return new Cell(cell.benchmark(), params);
  }

  /** Whether a cell is one of these. */
  static boolean isLoad(Cell cell) {
    return cell.params().containsKey(RATE);
  }

  /** What the runner is told of a cell. */
  static List<String> arguments(Cell cell) {
    List<String> arguments = new ArrayList<>();
    arguments.addAll(List.of("--rate", value(cell, RATE)));
    arguments.addAll(List.of("--pattern", word(cell, PLAN)));
    arguments.addAll(List.of("--fan-out", value(cell, FAN_OUT)));
    arguments.addAll(List.of("--latency", value(cell, LATENCY)));
    arguments.addAll(List.of("--arrivals", word(cell, "arrivals")));
    arguments.addAll(List.of("--seconds", value(cell, "seconds")));
    arguments.addAll(List.of("--warm-up", value(cell, "warmUp")));
    arguments.addAll(List.of("--seed", value(cell, "seed")));
    arguments.addAll(List.of("--loop", value(cell, "loop")));
    arguments.addAll(List.of("--client", value(cell, "transport")));
    return arguments;
  }
}
