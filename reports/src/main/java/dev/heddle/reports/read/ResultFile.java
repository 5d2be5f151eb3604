package dev.heddle.reports.read;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.JsonEOFException;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads JMH's JSON results, as {@code -rf json} writes them. */
final class ResultFile {

  private static final String EXPECTED =
      "the JSON results of a JMH run (java -jar benchmarks.jar -rf json -rff FILE)";

  private ResultFile() {}

  /**
   * Reads every cell of a file, in the file's order.
   *
   * @throws UnreadableInputException if the file is absent, cut off or not JMH's JSON
   */
  static List<Cell> read(Path file) throws UnreadableInputException {
    try (InputStream bytes = Files.newInputStream(file);
        JsonParser parser = Json.FACTORY.createParser(bytes)) {
      return cells(file, parser);
    } catch (UnreadableInputException alreadyClear) {
      throw alreadyClear;
    } catch (IOException cause) {
      throw unreadable(file, cause);
    }
  }

  private static List<Cell> cells(Path file, JsonParser parser) throws IOException {
    if (parser.nextToken() == null) {
      throw new UnreadableInputException(file, "is empty (no JSON in it)", EXPECTED);
    }
    if (parser.currentToken() != JsonToken.START_ARRAY) {
      throw new UnreadableInputException(file, "is JSON, but not an array of results", EXPECTED);
    }
    List<Cell> cells = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      cells.add(CellReader.read(parser));
    }
    if (parser.nextToken() != null) {
      throw new UnreadableInputException(file, "goes on after its array of results", EXPECTED);
    }
    return List.copyOf(cells);
  }

  private static UnreadableInputException unreadable(Path file, IOException cause) {
    String wrong =
        switch (cause) {
          case NoSuchFileException absent -> "does not exist";
          case AccessDeniedException denied -> "cannot be opened";
          case JsonEOFException cut -> "is cut off at line " + line(cut);
          case CharConversionException encoding -> "is not encoded in UTF-8";
          case JsonProcessingException syntax ->
              "is not JSON (line %d: %s)".formatted(line(syntax), syntax.getOriginalMessage());
          case MalformedResultException malformed ->
              "is not a JMH result (%s)".formatted(malformed.getMessage());
          default -> "cannot be read (%s)".formatted(cause.getMessage());
        };
    UnreadableInputException unreadable = new UnreadableInputException(file, wrong, EXPECTED);
    unreadable.initCause(cause);
    return unreadable;
  }

  private static int line(JsonProcessingException problem) {
    return problem.getLocation() == null ? 1 : problem.getLocation().getLineNr();
  }
}
