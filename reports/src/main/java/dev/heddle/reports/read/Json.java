package dev.heddle.reports.read;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import java.io.IOException;
import java.util.Locale;

/** Single steps over JMH's JSON; each names the field in its error. */
final class Json {

  /** JMH quotes NaN, other writers do not. */
  static final JsonFactory FACTORY =
      JsonFactory.builder().enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS).build();

  private Json() {}

  /** What to do with one field; the parser stands on its value. */
  interface FieldReader {
    void read(String field) throws IOException;
  }

  /** What to do with one element; the parser stands on its first token. */
  interface ElementReader {
    void read() throws IOException;
  }

  static void object(JsonParser parser, String what, FieldReader reader) throws IOException {
    require(parser, JsonToken.START_OBJECT, what);
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String field = Printable.text(parser.currentName());
      parser.nextToken();
      reader.read(field);
    }
  }

  static void array(JsonParser parser, String what, ElementReader reader) throws IOException {
    require(parser, JsonToken.START_ARRAY, what);
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      reader.read();
    }
  }

  static double number(JsonParser parser, String what) throws IOException {
    if (parser.currentToken().isNumeric()) {
      return parser.getDoubleValue();
    }
    if (parser.currentToken() == JsonToken.VALUE_STRING) {
      return parse(parser, what);
    }
    throw unexpected(parser, what, "a number");
  }

  static int integer(JsonParser parser, String what) throws IOException {
    double value = number(parser, what);
    if (value == Math.rint(value) && Math.abs(value) <= Integer.MAX_VALUE) {
      return (int) value;
    }
    throw unexpected(parser, what, "a whole number");
  }

  static String text(JsonParser parser, String what) throws IOException {
    if (parser.currentToken().isScalarValue()) {
      return Printable.text(parser.getText());
    }
    throw unexpected(parser, what, "a text");
  }

  private static double parse(JsonParser parser, String what) throws IOException {
    try {
      return Double.parseDouble(parser.getText());
    } catch (NumberFormatException notANumber) {
      throw unexpected(parser, what, "a number");
    }
  }

  private static void require(JsonParser parser, JsonToken token, String what) throws IOException {
    if (parser.currentToken() != token) {
      throw unexpected(parser, what, token == JsonToken.START_ARRAY ? "an array" : "an object");
    }
  }

  private static IOException unexpected(JsonParser parser, String what, String expected) {
    return new MalformedResultException(
        parser, "'%s' is %s, not %s".formatted(what, kind(parser.currentToken()), expected));
  }

  private static String kind(JsonToken token) {
    return switch (token) {
      case START_OBJECT -> "an object";
      case START_ARRAY -> "an array";
      case VALUE_STRING -> "a text";
      default -> token.asString() == null ? "a number" : token.asString().toLowerCase(Locale.ROOT);
    };
  }
}
