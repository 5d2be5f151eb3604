package dev.heddle.measure;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/** Facts by name, in order; one that is not known is left out. */
final class Facts {

  private final ObjectNode json = JsonNodeFactory.instance.objectNode();

  Facts put(String name, String value) {
    json.put(name, value);
    return this;
  }

  Facts put(String name, long value) {
    json.put(name, value);
    return this;
  }

  Facts put(String name, boolean value) {
    json.put(name, value);
    return this;
  }

  Facts put(String name, List<String> values) {
    values.forEach(json.putArray(name)::add);
    return this;
  }

  Facts put(String name, Optional<String> value) {
    value.filter(text -> !text.isBlank()).ifPresent(text -> json.put(name, text));
    return this;
  }

  Facts put(String name, ObjectNode value) {
    json.set(name, value);
    return this;
  }

  ObjectNode json() {
    return json;
  }
}
