package dev.heddle.reports.read;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import dev.heddle.reports.read.Capabilities.Cell;
import dev.heddle.reports.read.Capabilities.Row;
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

  private final JsonInput input;

  private CapabilitiesFile(Path file) {
    this.input = new JsonInput(file, EXPECTED);
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
    JsonNode tree = input.as(JsonNode.class);
    JsonNode version = tree.path("formatVersion");
    if (!version.isInt() || version.intValue() != VERSION) {
      throw input.wrong("has the format version '" + version.asText("none") + "'");
    }
    return capabilities(input.as(tree, FileJson.class));
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
      throw input.wrong("says nothing of '%s' on '%s'".formatted(row.pattern(), model));
    }
    if (!words.containsKey(cell.support())) {
      throw input.wrong(
          "says '%s' of '%s' on '%s', which is none of %s"
              .formatted(cell.support(), row.pattern(), model, words.keySet()));
    }
    return new Cell(
        cell.support(), Optional.ofNullable(cell.note()), Optional.ofNullable(cell.idiomGaps()));
  }
}
