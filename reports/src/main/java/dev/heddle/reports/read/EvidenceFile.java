package dev.heddle.reports.read;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.heddle.reports.read.Environment.Fact;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** Reads {@code evidence.json}, as Heddle's {@code evidence} writes it. */
final class EvidenceFile {

  private static final int VERSION = 1;
  private static final String EXPECTED =
      "the evidence.json of Heddle's evidence, in format version " + VERSION;

  /** The file as it is; what it holds beyond this is for later readers. */
  record FileJson(
      @JsonProperty(value = "format_version", required = true) int version,
      @JsonProperty(required = true) List<ForkJson> forks) {

    FileJson {
      Objects.requireNonNull(forks);
    }
  }

  record ForkJson(
      @JsonProperty(required = true) String cell,
      @JsonProperty(required = true) long pinned,
      @JsonProperty(value = "pinned_ms", required = true) double pinnedMillis,
      @JsonProperty(value = "longest_ms", required = true) double longestMillis,
      @JsonProperty(value = "submit_failed", required = true) long submitFailed,
      @JsonProperty(required = true) int carriers) {

    ForkJson {
      Objects.requireNonNull(cell);
    }

    private Fact fact() {
      String pins =
          pinned == 0
              ? "never pinned"
              : String.format(
                  Locale.ROOT,
                  "pinned %,d times, %.1f ms in all, %.2f ms at most",
                  pinned,
                  pinnedMillis,
                  longestMillis);
      String taken =
          submitFailed == 0
              ? "all threads taken"
              : String.format(Locale.ROOT, "%,d threads not taken", submitFailed);
      return new Fact(Printable.text(cell), "%s; %s; %d carriers".formatted(pins, taken, carriers));
    }
  }

  private EvidenceFile() {}

  /**
   * Reads the file.
   *
   * @throws UnreadableInputException if it is not such a file; its message is for the user
   */
  static Environment.Table read(Path file) throws UnreadableInputException {
    JsonInput input = new JsonInput(file, EXPECTED);
    FileJson json = input.as(FileJson.class);
    input.requireVersion(json.version(), VERSION);
    List<Fact> facts = new ArrayList<>();
    json.forks().forEach(fork -> facts.add(fork.fact()));
    return new Environment.Table("virtual threads, from unscored runs", facts);
  }
}
