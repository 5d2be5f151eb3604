package dev.heddle.stub;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The stub's JSON: two spaces of indentation and a final newline, as httpbin prints it. */
final class Json {

  // An echo indents each level, so that a deep and long body would come back many times as long.
  private static final int MOST_NESTING = 64;

  private static final ObjectMapper MAPPER =
      new ObjectMapper(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNestingDepth(MOST_NESTING).build())
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
  private static final ObjectWriter WRITER =
      MAPPER.writer(
          new DefaultPrettyPrinter()
              .withSeparators(
                  Separators.createDefaultInstance()
                      .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
                      .withObjectEmptySeparator("")
                      .withArrayEmptySeparator(""))
              .withObjectIndenter(new DefaultIndenter("  ", "\n")));

  private Json() {}

  static byte[] bytes(JsonNode value) {
    try {
      return (WRITER.writeValueAsString(value) + "\n").getBytes(StandardCharsets.UTF_8);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What bytes say, or null where they are not JSON. */
  static JsonNode orNull(byte[] bytes) {
    try {
      JsonNode value = MAPPER.readTree(bytes);
      return value.isMissingNode() ? NullNode.getInstance() : value;
    } catch (IOException e) {
      return NullNode.getInstance();
    }
  }

  static ObjectNode tree(StubStats stats) {
    return MAPPER.valueToTree(stats);
  }

  static StubStats stats(byte[] json) throws IOException {
    return MAPPER.readValue(json, StubStats.class);
  }
}
