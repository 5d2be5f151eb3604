package dev.heddle.benchmarks;

import dev.heddle.model.Model;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** The options that replace a matrix's values; several are separated by commas. */
final class GatherSelection {

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
      description = "How many children a gather has: 1 to 1,000,000.",
      converter = FanOut.class)
  private List<Integer> fanOuts = new ArrayList<>();

  boolean isEmpty() {
    return models.isEmpty()
        && tiers.isEmpty()
        && transports.isEmpty()
        && works.isEmpty()
        && fanOuts.isEmpty();
  }

  GatherAxes applyTo(GatherAxes axes) {
    return new GatherAxes(
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
