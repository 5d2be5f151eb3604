package dev.heddle.benchmarks;

import dev.heddle.benchmarks.pattern.Neighbour;
import dev.heddle.benchmarks.pattern.Work;
import dev.heddle.model.Model;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** The options that replace a matrix's values; several are separated by commas. */
final class Selection {

  @Option(
      names = "--pattern",
      split = ",",
      paramLabel = "PATTERN",
      description = "What is measured, such as gather (the default) or group; see heddle list.")
  private List<MeasuredPattern> patterns = new ArrayList<>();

  @Option(names = "--model", split = ",", paramLabel = "MODEL", description = "Only these models.")
  private List<Model> models = new ArrayList<>();

  @Option(names = "--tier", split = ",", paramLabel = "TIER", description = "contract, idiom.")
  private List<Tier> tiers = new ArrayList<>();

  @Option(
      names = "--transport",
      split = ",",
      paramLabel = "TRANSPORT",
      description = "What carries fetches: default, socket, apache, netty, jdk.")
  private List<TransportChoice> transports = new ArrayList<>();

  @Option(
      names = "--work",
      split = ",",
      paramLabel = "WORK",
      description =
          "What each child does: no-op, sleep, compute, fetch, fetch-drawn, fetch-compute.")
  private List<Work> works = new ArrayList<>();

  @Option(
      names = "--fan-out",
      split = ",",
      paramLabel = "N",
      description = "How many children a pattern has: 1 to 1,000,000.",
      converter = FanOut.class)
  private List<Integer> fanOuts = new ArrayList<>();

  @Option(
      names = "--pool",
      split = ",",
      paramLabel = "N",
      description = {
        "How many threads platform threads or CompletableFuture have in their pool, or Netty"
            + " loops;",
        "0 for the model's own default. Other models have no such size and are left out."
      },
      converter = PoolSizeText.class)
  private List<PoolSize> pools = new ArrayList<>();

  @Option(
      names = "--beside",
      split = ",",
      paramLabel = "NEIGHBOUR",
      description =
          "What each model runs meanwhile: none, cpu (a task that computes), file (one that reads a"
              + " file by calls that block).")
  private List<Neighbour> neighbours = new ArrayList<>();

  boolean isEmpty() {
    return patterns.isEmpty()
        && models.isEmpty()
        && tiers.isEmpty()
        && transports.isEmpty()
        && works.isEmpty()
        && fanOuts.isEmpty()
        && pools.isEmpty()
        && neighbours.isEmpty();
  }

  /** The values that were chosen. */
  Chosen chosen() {
    return new Chosen(
        new Axes(patterns, models, tiers, transports, works, fanOuts, pools, neighbours));
  }
}
