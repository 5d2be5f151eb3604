package dev.heddle.capability;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.heddle.model.Model;
import java.nio.charset.StandardCharsets;

/**
 * {@code capabilities.json}: everything known here, for who reads results.
 *
 * @param json the file's content
 */
public record CapabilityFile(ObjectNode json) {

  /** Rises when what an older reader takes from the file is no longer true. */
  public static final int FORMAT_VERSION = 1;

  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** The file for this program. */
  public static CapabilityFile of(Capabilities capabilities) {
    ObjectNode json = JsonNodeFactory.instance.objectNode().put("formatVersion", FORMAT_VERSION);
    ObjectNode words = json.putObject("support");
    for (Support support : Support.values()) {
      words.put(support.word(), support.meaning());
    }
    ArrayNode models = json.putArray("models");
    for (Model model : Model.values()) {
      models.add(model.commandLineName());
    }
    ArrayNode patterns = json.putArray("patterns");
    for (Pattern pattern : Pattern.values()) {
      patterns.add(row(pattern, capabilities));
    }
    return new CapabilityFile(json);
  }

  private static ObjectNode row(Pattern pattern, Capabilities capabilities) {
    ObjectNode row = JsonNodeFactory.instance.objectNode();
    row.put("pattern", pattern.commandLineName());
    pattern.asyncio().ifPresent(name -> row.put("asyncio", name));
    row.put("meaning", pattern.meaning());
    ObjectNode models = row.putObject("models");
    for (Model model : Model.values()) {
      models.set(model.commandLineName(), cell(pattern, model, capabilities));
    }
    return row;
  }

  private static ObjectNode cell(Pattern pattern, Model model, Capabilities capabilities) {
    Capability capability = capabilities.of(pattern, model);
    ObjectNode cell = JsonNodeFactory.instance.objectNode();
    cell.put("support", capability.support().word());
    capability.note().ifPresent(note -> cell.put("note", note));
    IdiomGaps.of(pattern, model).ifPresent(gaps -> gaps.forEach(cell.putArray("idiomGaps")::add));
    return cell;
  }

  /** The file's bytes. */
  public byte[] toBytes() {
    try {
      String text = JSON.writerWithDefaultPrettyPrinter().writeValueAsString(json);
      return (text + "\n").getBytes(StandardCharsets.UTF_8);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Words and names are plain JSON", e);
    }
  }
}
