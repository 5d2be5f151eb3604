package dev.heddle.reports.read;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A JSON file of one expected shape. Members that the shape does not have are for later readers.
 *
 * @param file where it is
 * @param expected what a usable file is, to be said of one that is not
 */
record JsonInput(Path file, String expected) {

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .defaultSetterInfo(JsonSetter.Value.forContentNulls(Nulls.FAIL))
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  /**
   * The whole file.
   *
   * @throws UnreadableInputException if it is not of that shape; its message is for the user
   */
  <T> T as(Class<T> shape) throws UnreadableInputException {
    return read(() -> MAPPER.readValue(Files.readAllBytes(file), shape));
  }

  /**
   * A part of it that has been read already.
   *
   * @throws UnreadableInputException if it is not of that shape; its message is for the user
   */
  <T> T as(JsonNode part, Class<T> shape) throws UnreadableInputException {
    return read(() -> MAPPER.treeToValue(part, shape));
  }

  /** What Jackson does. */
  private interface Reading<T> {
    T read() throws IOException;
  }

  private <T> T read(Reading<T> reading) throws UnreadableInputException {
    try {
      // A file may hold no more than "null".
      return Optional.ofNullable(reading.read()).orElseThrow(() -> other("."));
    } catch (JsonMappingException mismatch) {
      throw other(JsonPlace.of(mismatch));
    } catch (JsonProcessingException syntax) {
      throw wrong("is not JSON (" + syntax.getOriginalMessage() + ")");
    } catch (UnreadableInputException known) {
      throw known;
    } catch (IOException cause) {
      throw wrong("cannot be read (" + cause.getMessage() + ")");
    }
  }

  private UnreadableInputException other(String place) {
    return wrong("has something else at '" + place + "'");
  }

  /**
   * Refuses another version of the format than the one that is known.
   *
   * @throws UnreadableInputException if they differ
   */
  void requireVersion(int found, int known) throws UnreadableInputException {
    if (found != known) {
      throw wrong("has the format version '" + found + "'");
    }
  }

  /** What is wrong with it, as a clause. */
  UnreadableInputException wrong(String clause) {
    return new UnreadableInputException(file, clause, expected);
  }
}
