package dev.heddle.benchmarks.reference;

import dev.heddle.benchmarks.run.Cell;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** The cells of a run that asyncio can state as well, and who runs them. */
public final class AsyncioCells {

  private static final String PACKAGE = "dev.heddle.benchmarks.";

  /** By benchmark what the runner calls its pattern. */
  private static final Map<String, String> PATTERNS =
      Map.of(
          PACKAGE + "GatherBenchmark.gather", "gather",
          PACKAGE + "OutcomesBenchmark.outcomes", "outcomes",
          PACKAGE + "WaitFirstBenchmark.waitFirst", "wait-first",
          PACKAGE + "AsCompletedBenchmark.asCompleted", "as-completed",
          PACKAGE + "GroupBenchmark.group", "group",
          PACKAGE + "TimeoutBenchmark.timeout", "timeout",
          PACKAGE + "BoundedBenchmark.bounded", "bounded");

  private static final Set<String> FETCHES = Set.of("FETCH", "FETCH_DRAWN");
  private static final Set<String> WORKS = Set.of("NO_OP", "SLEEP", "FETCH", "FETCH_DRAWN");
  private static final String NO_CLIENT = "none";
  private static final String WORK = "work";
  private static final String LOOP = "loop";
  private static final String TRANSPORT = "transport";
  private static final String FAN_OUT = "fanOut";

  private AsyncioCells() {}

  /** For each of the contestants what it can run of these cells, each once. */
  public static List<Cell> beside(List<Cell> cells, List<AsyncioContestant> contestants) {
    return cells.stream()
        .filter(cell -> PATTERNS.containsKey(cell.benchmark()))
        .filter(cell -> WORKS.contains(value(cell, WORK)))
        .flatMap(cell -> contestants.stream().map(contestant -> of(cell, contestant)))
        .distinct()
        .toList();
  }

  private static Cell of(Cell cell, AsyncioContestant contestant) {
    Map<String, String> params = new LinkedHashMap<>();
    params.put("model", Cell.REFERENCE);
    params.put("tier", "reference");
    params.put(TRANSPORT, fetches(cell) ? contestant.client() : NO_CLIENT);
    params.put(WORK, value(cell, WORK));
    params.put(FAN_OUT, value(cell, FAN_OUT));
    params.put(LOOP, contestant.loop());
    return new Cell(cell.benchmark(), params);
  }

  /** Contestants that would make these cells again; empty where they are none of asyncio's. */
  public static List<AsyncioContestant> contestants(List<Cell> cells) {
    List<Cell> all = cells.stream().filter(Cell::isReference).toList();
    List<Cell> fetching =
        all.stream().filter(cell -> !value(cell, TRANSPORT).equals(NO_CLIENT)).toList();
    Set<AsyncioContestant> found = new LinkedHashSet<>();
    (fetching.isEmpty() ? all : fetching).forEach(cell -> found.add(contestant(cell)));
    return List.copyOf(found);
  }

  private static AsyncioContestant contestant(Cell cell) {
    String client = value(cell, TRANSPORT);
    return new AsyncioContestant(value(cell, LOOP), client.equals(NO_CLIENT) ? "aiohttp" : client);
  }

  /** What Python has to import for these cells. */
  public static List<String> modules(List<Cell> cells) {
    return cells.stream()
        .filter(Cell::isReference)
        .flatMap(cell -> Stream.of(value(cell, TRANSPORT), value(cell, LOOP)))
        .filter(name -> !name.equals(NO_CLIENT) && !name.equals(Cell.REFERENCE))
        .distinct()
        .sorted()
        .toList();
  }

  /** What the runner is told of a cell. */
  static List<String> arguments(Cell cell) {
    List<String> arguments = new ArrayList<>();
    String pattern = Objects.requireNonNull(PATTERNS.get(cell.benchmark()), cell.benchmark());
    arguments.addAll(List.of("--pattern", pattern));
    arguments.addAll(List.of("--work", word(cell, WORK)));
    arguments.addAll(List.of("--fan-out", value(cell, FAN_OUT)));
    arguments.addAll(List.of("--loop", value(cell, LOOP)));
    if (fetches(cell)) {
      arguments.addAll(List.of("--client", value(cell, TRANSPORT)));
    }
    return arguments;
  }

  private static boolean fetches(Cell cell) {
    return FETCHES.contains(value(cell, WORK));
  }

  /** A parameter as the command line has it. */
  static String word(Cell cell, String name) {
    return value(cell, name).toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static String value(Cell cell, String name) {
    return cell.params().getOrDefault(name, "");
  }
}
