package dev.heddle.reports.read;

import com.fasterxml.jackson.databind.JsonMappingException;
import java.util.stream.Collectors;

/** Where in a file something does not fit. */
final class JsonPlace {

  private JsonPlace() {}

  /** The names and indices that lead there, joined by dots; "." if it is the whole file. */
  static String of(JsonMappingException mismatch) {
    String path =
        mismatch.getPath().stream()
            .map(step -> step.getFieldName() == null ? "" + step.getIndex() : step.getFieldName())
            .collect(Collectors.joining("."));
    return path.isEmpty() ? "." : path;
  }
}
