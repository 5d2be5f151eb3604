package dev.heddle.reports.read;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads what one fork under load left: {@code NAME.json} and {@code NAME.hlog} beside it. */
final class LoadFile {

  static final String JSON = ".json";
  static final String LOG = ".hlog";

  private static final String EXPECTED = "the figures of one fork, as Heddle's load writes them";

  /** The file as it is; what it holds beyond this is for later readers. */
  record FileJson(
      @JsonProperty(required = true) Map<String, String> parameters,
      @JsonProperty(required = true) VerdictJson verdict,
      @JsonProperty(value = "offered_per_second", required = true) double offered,
      @JsonProperty(value = "achieved_per_second", required = true) double achieved,
      @JsonProperty(value = "highest_in_flight", required = true) long highestInFlight,
      @JsonProperty(required = true) BooksJson books,
      @JsonProperty("warm_up_books") @Nullable BooksJson warmUp,
      @JsonProperty(value = "response_us", required = true) SummaryJson response,
      @JsonProperty(value = "service_us", required = true) SummaryJson service,
      @JsonProperty(value = "lag_us", required = true) SummaryJson lag,
      @Nullable ExchangesJson exchanges,
      @JsonProperty("driver_cpu_s") @Nullable Double driverCpu,
      @JsonProperty("server_cpu_s") @Nullable Double serverCpu) {

    FileJson {
      Stream.of(parameters, verdict, books, response, service, lag)
          .forEach(Objects::requireNonNull);
    }

    private OptionalDouble exchangesPerSecond() {
      return exchanges == null || exchanges.perSecond() == null
          ? OptionalDouble.empty()
          : OptionalDouble.of(exchanges.perSecond());
    }

    private OptionalDouble perRequest(@Nullable Double seconds) {
      long requests = books.started() + (warmUp == null ? 0 : warmUp.started());
      return seconds == null || requests == 0
          ? OptionalDouble.empty()
          : OptionalDouble.of(seconds / requests);
    }
  }

  record VerdictJson(
      @JsonProperty(required = true) boolean valid, @Nullable List<ReasonJson> reasons) {

    List<String> texts() {
      return reasons == null ? List.of() : reasons.stream().map(ReasonJson::text).toList();
    }
  }

  record ReasonJson(@JsonProperty(required = true) String text) {

    ReasonJson {
      Objects.requireNonNull(text);
    }
  }

  record BooksJson(@JsonProperty(required = true) long started) {}

  record ExchangesJson(@JsonProperty("per_second") @Nullable Double perSecond) {}

  record SummaryJson(@JsonProperty(required = true) long count) {}

  private final JsonInput input;

  private LoadFile(Path file) {
    this.input = new JsonInput(file, EXPECTED);
  }

  /**
   * Reads a fork.
   *
   * @param file its JSON
   * @throws UnreadableInputException if it or the log beside it is no such file; its message is for
   *     the user
   */
  static LoadFork read(Path file) throws UnreadableInputException {
    return new LoadFile(file).read();
  }

  private LoadFork read() throws UnreadableInputException {
    FileJson json = input.as(FileJson.class);
    if (!json.parameters().containsKey("model")) {
      throw input.wrong("has no 'model' among its parameters");
    }
    String name = input.file().getFileName().toString().replaceFirst("\\.json$", "");
    return new LoadFork(
        name,
        json.parameters(),
        json.verdict().valid(),
        json.verdict().texts(),
        json.offered(),
        json.achieved(),
        json.exchangesPerSecond(),
        json.highestInFlight(),
        times(json, LoadLogFile.read(input.file().resolveSibling(name + LOG))),
        json.perRequest(json.driverCpu()),
        json.perRequest(json.serverCpu()));
  }

  private static LoadFork.Times times(FileJson json, LoadLogFile log)
      throws UnreadableInputException {
    return new LoadFork.Times(
        log.histogram("response", json.response().count()),
        log.histogram("service", json.service().count()),
        log.histogram("lag", json.lag().count()));
  }
}
