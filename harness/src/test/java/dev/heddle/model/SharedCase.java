package dev.heddle.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A case of the contract as data, which scripts/asyncio/contract runs on asyncio as well. */
record SharedCase(String line, String title, JsonNode permits, List<JsonNode> steps) {

  private static final Path FOLDER = Path.of("..", "scripts", "asyncio", "contract", "cases");

  static List<SharedCase> all() {
    List<SharedCase> cases = new ArrayList<>();
    try (Stream<Path> files = Files.list(FOLDER)) {
      for (Path file : files.sorted().toList()) {
        for (JsonNode read : new ObjectMapper().readTree(file.toFile())) {
          cases.add(of(read));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return List.copyOf(cases);
  }

  static SharedCase of(JsonNode read) {
    return new SharedCase(
        read.required("line").asText(),
        read.required("title").asText(),
        read.path("permits"),
        List.copyOf(read.required("steps").valueStream().toList()));
  }

  @Override
  public String toString() {
    return line + " " + title;
  }
}
