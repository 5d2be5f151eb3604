package dev.heddle.benchmarks.evidence;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * What is kept as {@code evidence.json}.
 *
 * @param formatVersion 1
 * @param forks one for each cell
 */
public record EvidenceFile(
    @JsonProperty("format_version") int formatVersion, List<Evidence> forks) {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int FORMAT = 1;

  /** Copies the list. */
  public EvidenceFile {
    forks = List.copyOf(forks);
  }

  /** The file's bytes. */
  public static byte[] of(List<Evidence> forks) {
    try {
      return (JSON.writerWithDefaultPrettyPrinter()
                  .writeValueAsString(new EvidenceFile(FORMAT, forks))
              + "\n")
          .getBytes(StandardCharsets.UTF_8);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Counts are plain JSON", e);
    }
  }
}
