package dev.heddle.reports.read;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.heddle.reports.read.Capabilities.Cell;
import dev.heddle.reports.read.Capabilities.Row;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads {@code capabilities.json}, as Heddle's {@code run} writes it beside the results. */
final class CapabilitiesFile {

  private static final int VERSION = 1;
  private static final String EXPECTED =
      "the capabilities.json of a Heddle run, in format version " + VERSION;
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .defaultSetterInfo(JsonSetter.Value.forContentNulls(Nulls.FAIL))
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  /** The file as it is; what it holds beyond this is for later readers. */
  record FileJson(
      @JsonProperty(required = true) Map<String, String> support,
      @JsonProperty(required = true) List<String> models,
      @JsonProperty(required = true) List<RowJson> patterns) {

    FileJson {
      Objects.requireNonNull(support);
      Objects.requireNonNull(models);
      Objects.requireNonNull(patterns);
    }
  }

  record RowJson(
      @JsonProperty(required = true) String pattern,
      @Nullable String asyncio,
      @JsonProperty(required = true) String meaning,
      @JsonProperty(required = true) Map<String, CellJson> models) {

    RowJson {
      Objects.requireNonNull(pattern);
      Objects.requireNonNull(meaning);
      Objects.requireNonNull(models);
    }
  }

  record CellJson(
      @JsonProperty(required = true) String support,
      @Nullable String note,
      @Nullable List<String> idiomGaps) {

    CellJson {
      Objects.requireNonNull(support);
    }
  }

  private final Path file;

  private CapabilitiesFile(Path file) {
    this.file = file;
  }

  /**
   * Reads the file.
   *
   * @throws UnreadableInputException if it is not such a file; its message is for the user
   */
  static Capabilities read(Path file) throws UnreadableInputException {
    return new CapabilitiesFile(file).read();
  }

  private Capabilities read() throws UnreadableInputException {
    try {
      JsonNode tree = MAPPER.readTree(file.toFile());
      JsonNode version = tree.path("formatVersion");
      if (!version.isInt() || version.intValue() != VERSION) {
        throw wrong("has the format version '" + version.asText("none") + "'");
      }
      return capabilities(MAPPER.treeToValue(tree, FileJson.class));
    } catch (UnreadableInputException alreadyClear) {
      throw alreadyClear;
    } catch (JsonMappingException mismatch) {
      throw wrong("has something else at '" + JsonPlace.of(mismatch) + "'");
    } catch (JsonProcessingException syntax) {
      throw wrong("is not JSON (" + syntax.getOriginalMessage() + ")");
    } catch (IOException cause) {
      throw wrong("cannot be read (" + cause.getMessage() + ")");
    }
  }

  private Capabilities capabilities(FileJson json) throws UnreadableInputException {
    List<Row> rows = new ArrayList<>();
    for (RowJson row : json.patterns()) {
      List<Cell> cells = new ArrayList<>();
      for (String model : json.models()) {
        cells.add(cell(row, model, json.support()));
      }
      rows.add(new Row(row.pattern(), Optional.ofNullable(row.asyncio()), row.meaning(), cells));
    }
    return new Capabilities(json.support(), json.models(), rows);
  }

  private Cell cell(RowJson row, String model, Map<String, String> words)
      throws UnreadableInputException {
    CellJson cell = row.models().get(model);
    if (cell == null) {
      throw wrong("says nothing of '%s' on '%s'".formatted(row.pattern(), model));
    }
    if (!words.containsKey(cell.support())) {
      throw wrong(
          "says '%s' of '%s' on '%s', which is none of %s"
              .formatted(cell.support(), row.pattern(), model, words.keySet()));
    }
    return new Cell(
        cell.support(), Optional.ofNullable(cell.note()), Optional.ofNullable(cell.idiomGaps()));
  }

  private UnreadableInputException wrong(String wrong) {
    return new UnreadableInputException(file, wrong, EXPECTED);
  }
}
