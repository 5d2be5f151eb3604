package dev.heddle.reports.read;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.heddle.reports.read.Environment.Fact;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads {@code calibration.json}, as Heddle's {@code calibrate} writes it. */
final class CalibrationFile {

  private static final int VERSION = 1;
  private static final double PERCENT = 100;
  private static final String EXPECTED =
      "the calibration.json of Heddle's calibrate, in format version " + VERSION;

  /** The file as it is; what it holds beyond this is for later readers. */
  record FileJson(
      @JsonProperty(value = "format_version", required = true) int version,
      @JsonProperty(required = true) String made,
      @JsonProperty(required = true) String heddle,
      @Nullable List<CeilingJson> ceilings,
      @Nullable List<String> missing,
      @Nullable List<PacingJson> pacing,
      @JsonProperty("hiccup_us") @Nullable HiccupJson hiccups,
      @Nullable List<NoiseJson> noise) {

    FileJson {
      Objects.requireNonNull(made);
      Objects.requireNonNull(heddle);
    }
  }

  record ReadingsJson(
      @JsonProperty(required = true) double median,
      @JsonProperty(required = true) List<Double> rounds) {

    ReadingsJson {
      Objects.requireNonNull(rounds);
    }

    private String range() {
      return "%s – %s"
          .formatted(
              number(rounds.stream().mapToDouble(Double::doubleValue).min().orElse(median)),
              number(rounds.stream().mapToDouble(Double::doubleValue).max().orElse(median)));
    }
  }

  record CeilingJson(
      @JsonProperty(required = true) String client,
      @JsonProperty(required = true) String server,
      @JsonProperty(value = "per_second", required = true) ReadingsJson perSecond) {

    CeilingJson {
      Objects.requireNonNull(client);
      Objects.requireNonNull(server);
      Objects.requireNonNull(perSecond);
    }

    private String name() {
      return Printable.text(client + " → " + server);
    }
  }

  record PacingJson(
      @JsonProperty(required = true) String pacing,
      @JsonProperty(value = "per_second", required = true) double perSecond,
      @JsonProperty(value = "p50_us", required = true) ReadingsJson p50,
      @JsonProperty(value = "p99_us", required = true) ReadingsJson p99) {

    PacingJson {
      Objects.requireNonNull(pacing);
      Objects.requireNonNull(p50);
      Objects.requireNonNull(p99);
    }
  }

  record HiccupJson(
      @JsonProperty(required = true) double p50,
      @JsonProperty(required = true) double p99,
      @JsonProperty(required = true) double p999,
      @JsonProperty(required = true) double max) {}

  record NoiseJson(
      @JsonProperty(required = true) String work, @JsonProperty(required = true) double floor) {

    NoiseJson {
      Objects.requireNonNull(work);
    }
  }

  private final JsonInput input;

  private CalibrationFile(Path file) {
    this.input = new JsonInput(file, EXPECTED);
  }

  /**
   * Reads the file.
   *
   * @throws UnreadableInputException if it is not such a file; its message is for the user
   */
  static Calibration read(Path file) throws UnreadableInputException {
    return new CalibrationFile(file).read();
  }

  private Calibration read() throws UnreadableInputException {
    FileJson json = input.as(FileJson.class);
    input.requireVersion(json.version(), VERSION);
    List<Calibration.Ceiling> ceilings = new ArrayList<>();
    for (CeilingJson ceiling : all(json.ceilings())) {
      double perSecond = ceiling.perSecond().median();
      if (!(perSecond > 0) || !Double.isFinite(perSecond)) {
        throw input.wrong(
            "has the ceiling %s for '%s', where a number above zero is due"
                .formatted(perSecond, ceiling.name()));
      }
      ceilings.add(new Calibration.Ceiling(ceiling.name(), perSecond));
    }
    return new Calibration(
        ceilings, noise(json), new Environment.Table("calibration", facts(json)));
  }

  private List<Calibration.NoiseFloor> noise(FileJson json) throws UnreadableInputException {
    List<Calibration.NoiseFloor> floors = new ArrayList<>();
    for (NoiseJson noise : all(json.noise())) {
      String work = Printable.text(noise.work());
      if (!(noise.floor() >= 0) || !Double.isFinite(noise.floor())) {
        throw input.wrong(
            "has the noise floor %s for '%s', where a share from zero on is due"
                .formatted(noise.floor(), work));
      }
      floors.add(new Calibration.NoiseFloor(work, noise.floor()));
    }
    return floors;
  }

  private static List<Fact> facts(FileJson json) {
    List<Fact> facts = new ArrayList<>();
    facts.add(fact("made", json.made() + " by heddle " + json.heddle()));
    for (CeilingJson ceiling : all(json.ceilings())) {
      ReadingsJson rate = ceiling.perSecond();
      facts.add(
          fact(
              "ceiling " + ceiling.name(),
              "%s exchanges/s (%s)".formatted(number(rate.median()), rate.range())));
    }
    for (PacingJson pacing : all(json.pacing())) {
      facts.add(
          fact(
              "driver lag, %s at %s/s".formatted(pacing.pacing(), number(pacing.perSecond())),
              "p50 %s µs, p99 %s µs (%s)"
                  .formatted(
                      number(pacing.p50().median()),
                      number(pacing.p99().median()),
                      pacing.p99().range())));
    }
    HiccupJson hiccups = json.hiccups();
    if (hiccups != null) {
      facts.add(
          fact(
              "hiccups while nothing runs",
              "p50 %s µs, p99 %s µs, p99.9 %s µs, max %s µs"
                  .formatted(
                      number(hiccups.p50()),
                      number(hiccups.p99()),
                      number(hiccups.p999()),
                      number(hiccups.max()))));
    }
    for (NoiseJson noise : all(json.noise())) {
      facts.add(fact("noise floor, " + noise.work(), number(PERCENT * noise.floor()) + " %"));
    }
    all(json.missing()).forEach(missing -> facts.add(fact("not read", missing)));
    return facts;
  }

  private static Fact fact(String name, String value) {
    return new Fact(Printable.text(name), Printable.text(value));
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, value >= PERCENT ? "%,.0f" : "%.1f", value);
  }

  private static <T> List<T> all(@Nullable List<T> list) {
    return list == null ? List.of() : list;
  }
}
