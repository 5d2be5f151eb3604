package dev.heddle.benchmarks.calibrate;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What was read of a machine: {@code calibration.json}.
 *
 * @param formatVersion 1
 * @param made when, in UTC
 * @param heddle the version that did
 * @param machine what it is told by
 * @param ceilings the most that clients and servers exchange here, each read by itself
 * @param missing what could not be read since a program is not installed, a sentence each
 * @param pacing how late the driver starts a plan that does nothing
 * @param hiccupUs how late a thread is woken that asks for it every millisecond while nothing runs
 * @param noise how far the same code may seem apart
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Calibration(
    int formatVersion,
    String made,
    String heddle,
    JsonNode machine,
    List<CeilingReading> ceilings,
    List<String> missing,
    List<PacingReading> pacing,
    HiccupReading hiccupUs,
    List<NoiseReading> noise) {

  /** The version that this class writes. */
  public static final int FORMAT = 1;

  /** Above this share of a ceiling a figure says as much of client and server as of the model. */
  public static final double BOUND_SHARE = 0.7;

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  /**
   * One ceiling.
   *
   * @param client what asked
   * @param server what answered
   * @param perSecond exchanges per second
   */
  public record CeilingReading(String client, String server, Readings perSecond) {

    /** Client and server, for a person. */
    public String name() {
      return client + " → " + server;
    }
  }

  /**
   * The driver's lag.
   *
   * @param pacing how it waited, as on the command line
   * @param perSecond arrivals per second
   * @param p50Us the median lag in microseconds
   * @param p99Us its 99th percentile in microseconds
   */
  public record PacingReading(String pacing, double perSecond, Readings p50Us, Readings p99Us) {}

  /**
   * The machine's hiccups over all rounds, in microseconds.
   *
   * @param seconds for how long was looked
   * @param p50 the median
   * @param p99 the 99th percentile
   * @param p999 the 99.9th percentile
   * @param max the longest
   */
  public record HiccupReading(double seconds, double p50, double p99, double p999, double max) {}

  /**
   * The noise of one kind of work.
   *
   * @param work what was done
   * @param scoresUs the forks' scores in the order in which they ran, in microseconds
   * @param floor by which share the same code may seem apart in as many pairs
   */
  public record NoiseReading(String work, List<Double> scoresUs, double floor) {

    /** Copies the scores. */
    public NoiseReading {
      scoresUs = List.copyOf(scoresUs);
    }
  }

  /** Copies the lists; what a file leaves out is empty. */
  public Calibration {
    ceilings = copy(ceilings);
    missing = copy(missing);
    pacing = copy(pacing);
    noise = copy(noise);
  }

  /** The lowest ceiling; empty where there is none. */
  public Optional<CeilingReading> lowest() {
    return ceilings.stream()
        .min(Comparator.comparingDouble(ceiling -> ceiling.perSecond().median()));
  }

  /** The file's bytes. */
  public byte[] toBytes() {
    try {
      return (JSON.writerWithDefaultPrettyPrinter().writeValueAsString(this) + "\n")
          .getBytes(StandardCharsets.UTF_8);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Readings are plain JSON", e);
    }
  }

  /**
   * Reads a file.
   *
   * @throws IOException if it is not one of these, in one line that says what to do
   */
  public static Calibration read(Path file) throws IOException {
    try {
      Calibration calibration =
          Optional.ofNullable(JSON.readValue(Files.readAllBytes(file), Calibration.class))
              .orElseThrow(() -> unusable(file, "it holds null"));
      if (calibration.formatVersion != FORMAT) {
        throw unusable(file, "format_version is " + calibration.formatVersion + "; allowed: 1");
      }
      return calibration;
    } catch (JsonProcessingException e) {
      throw unusable(file, e.getOriginalMessage());
    }
  }

  private static <T> List<T> copy(@Nullable List<T> list) {
    return list == null ? List.of() : List.copyOf(list);
  }

  private static IOException unusable(Path file, String why) {
    return new IOException(
        "'%s' is no calibration (%s): make a new one with scripts/heddle calibrate"
            .formatted(file, why.lines().findFirst().orElse("")));
  }
}
