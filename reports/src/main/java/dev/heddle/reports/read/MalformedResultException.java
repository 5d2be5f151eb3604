package dev.heddle.reports.read;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.io.Serial;

/** JSON that is well-formed but not what JMH writes; the message says where. */
final class MalformedResultException extends IOException {

  @Serial private static final long serialVersionUID = 1;

  MalformedResultException(JsonParser parser, String wrong) {
    super("line %d: %s".formatted(parser.currentLocation().getLineNr(), wrong));
  }
}
