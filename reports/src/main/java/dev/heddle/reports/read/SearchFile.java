package dev.heddle.reports.read;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** Reads {@code search.json}, as Heddle's {@code load --find-max} writes it. */
final class SearchFile {

  private static final String EXPECTED = "the search.json of a Heddle load";
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .defaultSetterInfo(JsonSetter.Value.forContentNulls(Nulls.FAIL))
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

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

  private final Path file;

  private SearchFile(Path file) {
    this.file = file;
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
    FileJson json = json();
    if (!(json.precision() >= 0 && json.precision() <= 1)) {
      throw wrong(
          "has the precision %s, where a share from 0 to 1 is due".formatted(json.precision()));
    }
    List<Search.OfModel> models = new ArrayList<>();
    for (ModelJson model : json.models()) {
      models.add(ofModel(model));
    }
    return new Search(Json.printable(json.objective()), json.precision(), models);
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
    return new Search.OfModel(Json.printable(json.model()), max, path);
  }

  private Search.Step step(String model, StepJson json) throws UnreadableInputException {
    long valid = json.all().stream().filter(ForkJson::valid).count();
    return new Search.Step(
        Json.printable(json.phase()),
        rate(model, json.perSecond()),
        json.met(),
        2 * valid > json.all().size(),
        json.all().stream()
            .flatMap(fork -> fork.all().stream())
            .map(Json::printable)
            .distinct()
            .toList());
  }

  private double rate(String model, double perSecond) throws UnreadableInputException {
    if (perSecond > 0 && Double.isFinite(perSecond)) {
      return perSecond;
    }
    throw wrong(
        "has the rate %s for '%s', where a number above zero is due"
            .formatted(perSecond, Json.printable(model)));
  }

  private FileJson json() throws UnreadableInputException {
    try {
      return MAPPER.readValue(Files.readAllBytes(file), FileJson.class);
    } catch (JsonMappingException mismatch) {
      throw wrong("has something else at '" + JsonPlace.of(mismatch) + "'");
    } catch (JsonProcessingException syntax) {
      throw wrong("is not JSON (" + syntax.getOriginalMessage() + ")");
    } catch (IOException cause) {
      throw wrong("cannot be read (" + cause.getMessage() + ")");
    }
  }

  private UnreadableInputException wrong(String wrong) {
    return new UnreadableInputException(file, wrong, EXPECTED);
  }
}
