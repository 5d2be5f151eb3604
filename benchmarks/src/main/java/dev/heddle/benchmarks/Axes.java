package dev.heddle.benchmarks;

import dev.heddle.benchmarks.run.Cell;
import dev.heddle.model.Model;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
 */
record Axes(
    List<MeasuredPattern> patterns,
    List<Model> models,
    List<Tier> tiers,
    List<TransportChoice> transports,
    List<Work> works,
    List<Integer> fanOuts) {

  /** Every combination once. Only a fetch has a transport: the other works take the default one. */
  List<Cell> cells() {
    return patterns.stream().flatMap(pattern -> cells(pattern).stream()).toList();
  }

  private List<Cell> cells(MeasuredPattern pattern) {
    List<Cell> cells = new ArrayList<>();
    for (Work work : works) {
      for (int fanOut : fanOuts) {
        for (Tier tier : tiers) {
          for (Model model : models) {
            transportsFor(work)
                .map(transport -> params(model, tier, transport, work, fanOut))
                .map(params -> new Cell(pattern.benchmark(), params))
                .forEach(cells::add);
          }
        }
      }
    }
    return cells;
  }

  /** Whether a cell talks to the stub. */
  static boolean fetches(Cell cell) {
    return Work.FETCH.name().equals(cell.params().get("work")) || LoadPlans.fetches(cell);
  }

  private Stream<TransportChoice> transportsFor(Work work) {
    return work == Work.FETCH ? transports.stream() : Stream.of(TransportChoice.DEFAULT);
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
