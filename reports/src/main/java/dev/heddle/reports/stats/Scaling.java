package dev.heddle.reports.stats;

import dev.heddle.reports.read.Cell;
import dev.heddle.reports.read.Metric;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * One benchmark at several fan-outs, all else equal.
 *
 * @param title class and method without their package
 * @param params what all cells share, by name
 * @param unit the unit of the score; its factor is 1
 * @param models scores by fan-out, ascending, by model, in the models' order
 * @param bound what it takes at least by fan-out, where a cell tells; the least of all models
 */
public record Scaling(
    String title,
    Map<String, String> params,
    ScoreUnit unit,
    Map<String, SortedMap<Integer, Estimate>> models,
    SortedMap<Integer, Double> bound) {

  private static final String MODEL = "model";
  private static final String FAN_OUT = "fanOut";
  private static final String BOUND = "bound";
  private static final int LEAST_FAN_OUTS = 2;

  /** What cells share that differ in model and fan-out only. */
  private record Key(String benchmark, ScoreUnit unit, Map<String, String> params) {}

  /** Those that cells tell, in the order of their first cells. */
  public static List<Scaling> of(List<Cell> cells) {
    return cells.stream()
        .filter(cell -> cell.params().containsKey(MODEL))
        .filter(cell -> cell.params().getOrDefault(FAN_OUT, "").matches("[0-9]{1,9}"))
        .collect(Collectors.groupingBy(Scaling::key, LinkedHashMap::new, Collectors.toList()))
        .entrySet()
        .stream()
        .map(group -> of(group.getKey(), group.getValue()))
        .filter(scaling -> scaling.fanOuts() >= LEAST_FAN_OUTS)
        .toList();
  }

  private static Key key(Cell cell) {
    Map<String, String> rest = new LinkedHashMap<>(cell.params());
    rest.remove(MODEL);
    rest.remove(FAN_OUT);
    ScoreUnit unit = ScoreUnit.of(cell.primary().unit(), cell.mode());
    return new Key(
        cell.benchmark(), new ScoreUnit(unit.quantity(), 1, unit.text()), Map.copyOf(rest));
  }

  private static Scaling of(Key key, List<Cell> cells) {
    Map<String, SortedMap<Integer, Estimate>> models = new LinkedHashMap<>();
    SortedMap<Integer, Double> bound = new TreeMap<>();
    cells.stream()
        .sorted(Comparator.comparingInt(cell -> Names.modelOrder(model(cell))))
        .forEach(
            cell -> {
              int fanOut = Integer.parseInt(cell.params().getOrDefault(FAN_OUT, "0"));
              models
                  .computeIfAbsent(model(cell), _ -> new TreeMap<>())
                  .putIfAbsent(fanOut, ForkNumbers.score(cell));
              bound(cell).ifPresent(least -> bound.merge(fanOut, least, Math::min));
            });
    String title = key.benchmark().replaceFirst("^.*\\.(?=[^.]+\\.[^.]+$)", "");
    return new Scaling(title, key.params(), key.unit(), models, bound);
  }

  private static String model(Cell cell) {
    return cell.params().getOrDefault(MODEL, "");
  }

  private static Optional<Double> bound(Cell cell) {
    ScoreUnit score = ScoreUnit.of(cell.primary().unit(), cell.mode());
    return Optional.ofNullable(cell.secondary().get(BOUND))
        .filter(
            (Metric metric) ->
                ScoreUnit.of(metric.unit(), cell.mode()).quantity() == score.quantity())
        .map(metric -> metric.score() * ScoreUnit.of(metric.unit(), cell.mode()).factor());
  }

  private int fanOuts() {
    return (int) models.values().stream().flatMap(of -> of.keySet().stream()).distinct().count();
  }
}
