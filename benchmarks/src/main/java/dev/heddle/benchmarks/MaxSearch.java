package dev.heddle.benchmarks;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.heddle.load.Objective;
import dev.heddle.load.RateSearch;
import dev.heddle.model.Model;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Searches the highest rate of several models side by side, each from level to level by what its
 * own forks said, and keeps the whole path. A level is met if more than half of its forks are valid
 * and keep the objective.
 */
final class MaxSearch {

  private static final double LOWEST = 1;
  private static final double HIGHEST = 100_000;

  private final Objective objective;
  private final double precision;
  private final Map<Model, RateSearch> searches = new LinkedHashMap<>();
  private final Map<Model, List<List<LoadFork>>> forks = new LinkedHashMap<>();

  MaxSearch(Objective objective, double precision, double first, List<Model> models) {
    this.objective = objective;
    this.precision = precision;
    for (Model model : models) {
      searches.put(model, new RateSearch(first, precision, LOWEST, HIGHEST));
      forks.put(model, new ArrayList<>());
    }
  }

  Objective objective() {
    return objective;
  }

  double precision() {
    return precision;
  }

  boolean hasEnded() {
    return searches.values().stream().allMatch(search -> search.next().isEmpty());
  }

  /** The rates to be tried next by those models that confirm, or by those that do not. */
  Map<Model, Double> rates(boolean confirming) {
    Map<Model, Double> rates = new LinkedHashMap<>();
    searches.forEach(
        (model, search) ->
            search
                .next()
                .filter(level -> confirming == (level.phase() == RateSearch.Phase.CONFIRM))
                .ifPresent(level -> rates.put(model, level.perSecond())));
    return rates;
  }

  /** Notes the forks of one model's level. */
  void told(Model model, List<LoadFork> ofLevel) {
    long kept = ofLevel.stream().filter(fork -> missed(fork).isEmpty()).count();
    Optional.ofNullable(searches.get(model))
        .ifPresent(search -> search.told(2 * kept > ofLevel.size()));
    Optional.ofNullable(forks.get(model)).ifPresent(path -> path.add(List.copyOf(ofLevel)));
  }

  /** A line a model, for people. */
  List<String> lines() {
    List<String> lines = new ArrayList<>();
    searches.forEach(
        (model, search) ->
            lines.add(
                "%-20s %s, %d levels"
                    .formatted(ConstantNames.of(model), result(search), search.path().size())));
    return lines;
  }

  private static String result(RateSearch search) {
    if (search.max().isPresent()) {
      return Rates.text(search.max().getAsDouble()) + "/s";
    }
    if (search.next().isEmpty()) {
      return "no rate found";
    }
    return search.highestMet().isPresent()
        ? "not ended; the highest rate kept so far is %s/s, not confirmed"
            .formatted(Rates.text(search.highestMet().getAsDouble()))
        : "not ended; no rate kept so far";
  }

  /** The path so far. */
  byte[] toJson() throws IOException {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("objective", objective.text()).put("precision", precision);
    ArrayNode models = json.putArray("models");
    searches.forEach((model, search) -> models.add(path(model, search)));
    return JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValueAsBytes(json);
  }

  private ObjectNode path(Model model, RateSearch search) {
    ObjectNode json =
        JsonNodeFactory.instance
            .objectNode()
            .put("model", ConstantNames.of(model))
            .put("ended", search.next().isEmpty());
    search.max().ifPresent(max -> json.put("max_per_second", max));
    ArrayNode path = json.putArray("path");
    List<List<LoadFork>> levels = forks.getOrDefault(model, List.of());
    for (int i = 0; i < levels.size(); i++) {
      RateSearch.Step step = search.path().get(i);
      ObjectNode level =
          path.addObject()
              .put("phase", ConstantNames.of(step.level().phase()))
              .put("per_second", step.level().perSecond())
              .put("met", step.met());
      levels.get(i).forEach(fork -> level.withArray("forks").add(fork(fork)));
    }
    return json;
  }

  private ObjectNode fork(LoadFork fork) {
    ObjectNode json =
        JsonNodeFactory.instance
            .objectNode()
            .put("name", fork.name())
            .put("valid", fork.isValid())
            .put("achieved_per_second", fork.achievedPerSecond());
    missed(fork).forEach(json.withArray("missed")::add);
    return json;
  }

  /** What a fork did not keep; a fork that is not valid kept nothing. */
  private List<String> missed(LoadFork fork) {
    return fork.isValid() ? objective.missedBy(fork.response(), fork.books()) : fork.reasons();
  }
}
