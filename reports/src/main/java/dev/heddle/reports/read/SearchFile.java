package dev.heddle.reports.read;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads {@code search.json}, as Heddle's {@code load --find-max} writes it. */
final class SearchFile {

  private static final String EXPECTED = "the search.json of a Heddle load";

  /** The file as it is; what it holds beyond this is for later readers. */
  record FileJson(
      @JsonProperty(required = true) String objective,
      @JsonProperty(required = true) double precision,
      @JsonProperty(required = true) List<ModelJson> models) {

    FileJson {
      Objects.requireNonNull(objective);
      Objects.requireNonNull(models);
    }
  }

  record ModelJson(
      @JsonProperty(required = true) String model,
      @Nullable Boolean ended,
      @JsonProperty("max_per_second") @Nullable Double max,
      @JsonProperty(required = true) List<StepJson> path) {

    ModelJson {
      Objects.requireNonNull(model);
      Objects.requireNonNull(path);
    }
  }

  record StepJson(
      @JsonProperty(required = true) String phase,
      @JsonProperty(value = "per_second", required = true) double perSecond,
      @JsonProperty(required = true) boolean met,
      @Nullable List<ForkJson> forks) {

    StepJson {
      Objects.requireNonNull(phase);
    }

    private List<ForkJson> all() {
      return forks == null ? List.of() : forks;
    }
  }

  record ForkJson(@JsonProperty(required = true) boolean valid, @Nullable List<String> missed) {

    private List<String> all() {
      return missed == null ? List.of() : missed;
    }
  }

  private final JsonInput input;

  private SearchFile(Path file) {
    this.input = new JsonInput(file, EXPECTED);
  }

  /**
   * Reads the file.
   *
   * @throws UnreadableInputException if it is not such a file; its message is for the user
   */
  static Search read(Path file) throws UnreadableInputException {
    return new SearchFile(file).read();
  }

  private Search read() throws UnreadableInputException {
    FileJson json = input.as(FileJson.class);
    if (!(json.precision() >= 0 && json.precision() <= 1)) {
      throw input.wrong(
          "has the precision %s, where a share from 0 to 1 is due".formatted(json.precision()));
    }
    List<Search.OfModel> models = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (ModelJson model : json.models()) {
      if (!names.add(model.model())) {
        throw input.wrong("has '%s' twice".formatted(Printable.text(model.model())));
      }
      models.add(ofModel(model));
    }
    return new Search(Printable.text(json.objective()), json.precision(), models);
  }

  private Search.OfModel ofModel(ModelJson json) throws UnreadableInputException {
    List<Search.Step> path = new ArrayList<>();
    for (StepJson step : json.path()) {
      path.add(step(json.model(), step));
    }
    OptionalDouble max =
        json.max() == null
            ? OptionalDouble.empty()
            : OptionalDouble.of(rate(json.model(), json.max()));
    // A file from before there was this member cannot tell; it is taken at its word.
    boolean ended = json.ended() == null || json.ended();
    return new Search.OfModel(Printable.text(json.model()), ended, max, path);
  }

  private Search.Step step(String model, StepJson json) throws UnreadableInputException {
    long invalid = json.all().stream().filter(fork -> !fork.valid()).count();
    return new Search.Step(
        Printable.text(json.phase()),
        rate(model, json.perSecond()),
        json.met(),
        json.all().isEmpty() || 2 * invalid < json.all().size(),
        json.all().stream()
            .flatMap(fork -> fork.all().stream())
            .map(Printable::text)
            .distinct()
            .toList());
  }

  private double rate(String model, double perSecond) throws UnreadableInputException {
    if (perSecond > 0 && Double.isFinite(perSecond)) {
      return perSecond;
    }
    throw input.wrong(
        "has the rate %s for '%s', where a number above zero is due"
            .formatted(perSecond, Printable.text(model)));
  }
}
