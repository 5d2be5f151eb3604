package dev.heddle.stub;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** One answer as it came over the wire; a body's bytes are its characters. */
record WireAnswer(String statusLine, List<Header> headers, String body) {

  int status() {
    return Integer.parseInt(statusLine.split(" ", 3)[1]);
  }

  Optional<String> header(String name) {
    return headers.stream().filter(header -> header.named(name)).map(Header::value).findFirst();
  }

  JsonNode json() throws IOException {
    return new ObjectMapper().readTree(body);
  }
}
