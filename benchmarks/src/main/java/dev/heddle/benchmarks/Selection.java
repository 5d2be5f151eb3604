package dev.heddle.benchmarks;

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
      description = "What is measured: gather (the default), group.")
  private List<MeasuredPattern> patterns = new ArrayList<>();

  @Option(names = "--model", split = ",", paramLabel = "MODEL", description = "Only these models.")
  private List<Model> models = new ArrayList<>();

  @Option(names = "--tier", split = ",", paramLabel = "TIER", description = "contract, idiom.")
  private List<Tier> tiers = new ArrayList<>();

  @Option(
      names = "--transport",
      split = ",",
      paramLabel = "TRANSPORT",
      description = "What carries fetches: default, socket, netty, jdk.")
  private List<TransportChoice> transports = new ArrayList<>();

  @Option(
      names = "--work",
      split = ",",
      paramLabel = "WORK",
      description = "What each child does: no-op, sleep, fetch.")
  private List<Work> works = new ArrayList<>();

  @Option(
      names = "--fan-out",
      split = ",",
      paramLabel = "N",
      description = "How many children a pattern has: 1 to 1,000,000.",
      converter = FanOut.class)
  private List<Integer> fanOuts = new ArrayList<>();

  boolean isEmpty() {
    return patterns.isEmpty()
        && models.isEmpty()
        && tiers.isEmpty()
        && transports.isEmpty()
        && works.isEmpty()
        && fanOuts.isEmpty();
  }

  Axes applyTo(Axes axes) {
    return new Axes(
        chosen(patterns, axes.patterns()),
        chosen(models, axes.models()),
        chosen(tiers, axes.tiers()),
        chosen(transports, axes.transports()),
        chosen(works, axes.works()),
        chosen(fanOuts, axes.fanOuts()));
  }

  private static <T> List<T> chosen(List<T> given, List<T> otherwise) {
    return given.isEmpty() ? otherwise : given.stream().distinct().toList();
  }
}
