package dev.heddle.reports.stats;

import dev.heddle.reports.read.Cell;
import dev.heddle.reports.read.Jvm;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What another runtime took for the same scenario. It stands beside the contestants, and is none of
 * them: no ranking and no verdict knows it.
 *
 * @param cell its results
 * @param score its primary score, in the base unit
 * @param secondary further metrics by name, in the file's units
 */
public record Reference(Cell cell, Estimate score, Map<String, Estimate> secondary) {

  private static final String MODEL = "model";
  private static final String CLIENT = "client";
  private static final String LOOP = "loop";
  private static final String SEPARATOR = " · ";

  /** What a reference has of its own, and what it has not in common with any model. */
  private static final Set<String> OWN = Set.of(MODEL, "tier", "transport", LOOP, CLIENT);

  public Reference {
    secondary = Collections.unmodifiableMap(new LinkedHashMap<>(secondary));
  }

  /** What a cell of {@code reference.json} says. */
  public static Reference of(Cell cell) {
    return new Reference(cell, ForkNumbers.score(cell), ForkNumbers.secondary(cell));
  }

  /** Those that did what the scenario does, in the file's order. */
  static List<Reference> beside(Scenario scenario, List<Cell> cells) {
    return scenario.axis().name().equals(MODEL)
        ? cells.stream()
            .filter(cell -> doesTheSame(cell, scenario.arms().getFirst().cell()))
            .filter(cell -> quantity(cell) == scenario.unit().quantity())
            .map(Reference::of)
            .toList()
        : List.of();
  }

  /** Its runtime, client and loop with their versions; the loop only if it is not the usual one. */
  public String name() {
    return named(cell.params(), cell.params().getOrDefault(CLIENT, ""), runtime());
  }

  /** The same without any version. */
  public String shortName() {
    return named(
        cell.params(), cell.params().getOrDefault(CLIENT, "").replaceFirst(" .*$", ""), "");
  }

  /** Its runtime with the version, such as {@code CPython 3.11.2}. */
  public String runtime() {
    Jvm runtime = cell.jvm();
    return (runtime.vmName() + " " + runtime.vmVersion()).strip();
  }

  /** Whether it has an HTTP client, and so a whole client library. */
  public boolean hasClient() {
    return !client(cell.params().getOrDefault(CLIENT, "")).isEmpty();
  }

  /**
   * How many times faster a contestant is; its forks and these are independent samples. Empty where
   * either cannot be put in a ratio.
   */
  public Optional<Ratio> timesFaster(ArmResult contestant) {
    Estimate other = contestant.score();
    if (!score.isRankable() || !other.isRankable()) {
      return Optional.empty();
    }
    return Optional.of(
        quantity(cell).moreIsBetter()
            ? Ratio.of(other, score, false)
            : Ratio.of(score, other, false));
  }

  /** Model, client, the loop if it is not the usual one, and runtime. */
  static String named(Map<String, String> params, String client, String runtime) {
    String model = Names.display(params.getOrDefault(MODEL, ""));
    String loop = params.getOrDefault(LOOP, "");
    return Stream.of(model, client(client), loop.equals(model) ? "" : loop, runtime)
        .filter(part -> !part.isBlank())
        .collect(Collectors.joining(SEPARATOR));
  }

  private static String client(String client) {
    return client.equals("none") ? "" : client;
  }

  private static boolean doesTheSame(Cell one, Cell other) {
    return one.benchmark().equals(other.benchmark())
        && one.mode() == other.mode()
        && one.schedule().threads() == other.schedule().threads()
        && common(one).equals(common(other));
  }

  private static Map<String, String> common(Cell cell) {
    Map<String, String> params = new LinkedHashMap<>(cell.params());
    params.keySet().removeAll(OWN);
    return params;
  }

  private static Quantity quantity(Cell cell) {
    return ScoreUnit.of(cell.primary().unit(), cell.mode()).quantity();
  }
}
