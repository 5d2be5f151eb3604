package dev.heddle.benchmarks;

import dev.heddle.benchmarks.pattern.Neighbour;
import dev.heddle.benchmarks.pattern.Work;
import dev.heddle.benchmarks.run.Cell;
import dev.heddle.model.Model;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a run measures: benchmarks and their parameters, several values each.
 *
 * @param patterns one benchmark each
 * @param models execution models
 * @param tiers contract, idiom
 * @param transports what carries a fetch
 * @param works what children do
 * @param fanOuts numbers of children
 * @param pools numbers of threads or loops, for models that can have them
 * @param neighbours what runs beside the pattern, on models only
 */
record Axes(
    List<MeasuredPattern> patterns,
    List<Model> models,
    List<Tier> tiers,
    List<TransportChoice> transports,
    List<Work> works,
    List<Integer> fanOuts,
    List<PoolSize> pools,
    List<Neighbour> neighbours) {

  private static final String POOL = "pool";
  private static final String NEIGHBOUR = "neighbour";

  /**
   * Every combination once that can be measured: not every pattern has an idiom or can be run over
   * each work, nor every model over each transport. Only a fetch has a transport: the other works
   * take the default one.
   */
  List<Cell> cells() {
    return patterns.stream().flatMap(pattern -> cells(pattern).stream()).toList();
  }

  /** All values that cells have, each once, in the order of their appearance. */
  static Axes seenIn(List<Cell> cells) {
    return new Axes(
        seen(cells, cell -> MeasuredPattern.ofBenchmark(cell.benchmark())),
        seen(cells, cell -> Model.valueOf(param(cell, "model"))),
        seen(cells, cell -> Tier.valueOf(param(cell, "tier"))),
        seen(
            cells.stream().filter(Axes::fetches).toList(),
            cell -> TransportChoice.valueOf(param(cell, "transport"))),
        seen(cells, cell -> Work.valueOf(param(cell, "work"))),
        seen(cells, cell -> Integer.valueOf(param(cell, "fanOut"))),
        seen(cells, cell -> PoolSize.of(param(cell, POOL))),
        seen(cells, cell -> neighbour(param(cell, NEIGHBOUR))));
  }

  private static <T> List<T> seen(List<Cell> cells, Function<Cell, T> value) {
    return cells.stream().map(value).distinct().toList();
  }

  private static String param(Cell cell, String name) {
    return cell.params().getOrDefault(name, "");
  }

  private static Neighbour neighbour(String param) {
    return param.isEmpty() ? Neighbour.NONE : Neighbour.valueOf(param);
  }

  /** These values with others in their place, but for lists that are empty there. */
  Axes with(Axes others) {
    return new Axes(
        either(others.patterns, patterns),
        either(others.models, models),
        either(others.tiers, tiers),
        either(others.transports, transports),
        either(others.works, works),
        either(others.fanOuts, fanOuts),
        either(others.pools, pools),
        either(others.neighbours, neighbours));
  }

  private static <T> List<T> either(List<T> given, List<T> otherwise) {
    return given.isEmpty() ? otherwise : given.stream().distinct().toList();
  }

  /** These values over one transport. */
  Axes over(TransportChoice transport) {
    return new Axes(patterns, models, tiers, List.of(transport), works, fanOuts, pools, neighbours);
  }

  /** The values of some options; the other lists are empty. */
  Axes only(Set<AxisOption> kept) {
    return new Axes(
        kept.contains(AxisOption.PATTERN) ? patterns : List.of(),
        kept.contains(AxisOption.MODEL) ? models : List.of(),
        kept.contains(AxisOption.TIER) ? tiers : List.of(),
        kept.contains(AxisOption.TRANSPORT) ? transports : List.of(),
        kept.contains(AxisOption.WORK) ? works : List.of(),
        kept.contains(AxisOption.FAN_OUT) ? fanOuts : List.of(),
        kept.contains(AxisOption.POOL) ? pools : List.of(),
        kept.contains(AxisOption.BESIDE) ? neighbours : List.of());
  }

  /** The values of an option as on the command line. */
  String words(AxisOption option) {
    return switch (option) {
      case PATTERN -> words(patterns, ConstantNames::of);
      case MODEL -> words(models, ConstantNames::of);
      case TIER -> words(tiers, ConstantNames::of);
      case TRANSPORT -> words(transports, ConstantNames::of);
      case WORK -> words(works, ConstantNames::of);
      case FAN_OUT -> words(fanOuts, String::valueOf);
      case POOL -> words(pools, pool -> Integer.toString(pool.threads()));
      case BESIDE -> words(neighbours, ConstantNames::of);
    };
  }

  private static <T> String words(List<T> values, Function<T, String> word) {
    return values.stream().map(word).collect(Collectors.joining(","));
  }

  /**
   * Says of values that leave no cell why.
   *
   * @throws IllegalArgumentException always where there is none
   */
  void refuse() {
    Model model = models.getFirst();
    Tier tier = tiers.getFirst();
    UnmeasuredCell.check(patterns.getFirst(), model, tier, works.getFirst());
    UnmeasuredCell.checkTransport(transports.getFirst(), model);
    UnmeasuredCell.checkPool(pools.getFirst(), model, tier);
  }

  private List<Cell> cells(MeasuredPattern pattern) {
    List<Cell> cells = new ArrayList<>();
    for (Work work : works.stream().filter(pattern::isMeasuredOver).toList()) {
      for (int fanOut : fanOuts) {
        for (Tier tier : tiers) {
          for (Model model : measuredAs(tier, pattern)) {
            contestants(pattern, model, tier, work, fanOut)
                .map(params -> new Cell(pattern.benchmark(), params))
                .forEach(cells::add);
          }
        }
      }
    }
    return cells;
  }

  private List<Model> measuredAs(Tier tier, MeasuredPattern pattern) {
    return models.stream().filter(model -> pattern.isMeasuredAs(tier, model)).toList();
  }

  private Stream<Map<String, String>> contestants(
      MeasuredPattern pattern, Model model, Tier tier, Work work, int fanOut) {
    Stream<Map<String, String>> plain =
        transportsFor(work)
            .filter(transport -> transport.fits(model))
            .map(transport -> params(model, tier, transport, work, fanOut));
    return pattern.fails()
        ? plain // Its benchmark has no more parameters.
        : plain
            .flatMap(params -> inPools(params, model, tier))
            .flatMap(params -> beside(params, tier));
  }

  /** A default is not named: it is what there was before there was a choice. */
  private Stream<Map<String, String>> inPools(Map<String, String> params, Model model, Tier tier) {
    return pools.stream()
        .filter(pool -> pool.fits(model, tier))
        .map(pool -> with(params, POOL, pool.param()));
  }

  private Stream<Map<String, String>> beside(Map<String, String> params, Tier tier) {
    return neighbours.stream()
        .filter(neighbour -> neighbour == Neighbour.NONE || tier == Tier.CONTRACT)
        .map(
            neighbour ->
                with(params, NEIGHBOUR, neighbour == Neighbour.NONE ? "" : neighbour.name()));
  }

  private static Map<String, String> with(Map<String, String> params, String name, String value) {
    Map<String, String> all = new LinkedHashMap<>(params);
    if (!value.isEmpty()) {
      all.put(name, value);
    }
    return all;
  }

  /** Whether a cell talks to the stub. */
  static boolean fetches(Cell cell) {
    String work = param(cell, "work");
    return work.isEmpty() ? LoadPlans.fetches(cell) : Work.valueOf(work).fetches();
  }

  private Stream<TransportChoice> transportsFor(Work work) {
    return work.fetches() ? transports.stream() : Stream.of(TransportChoice.DEFAULT);
  }

  private static Map<String, String> params(
      Model model, Tier tier, TransportChoice transport, Work work, int fanOut) {
    Map<String, String> params = new LinkedHashMap<>();
    params.put("model", model.name());
    params.put("tier", tier.name());
    params.put("transport", transport.name());
    params.put("work", work.name());
    params.put("fanOut", Integer.toString(fanOut));
    return params;
  }
}
