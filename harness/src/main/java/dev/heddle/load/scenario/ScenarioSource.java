package dev.heddle.load.scenario;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * Where a scenario comes from: a file, or one of those that ship with Heddle.
 *
 * @param location the file's absolute path, or a shipped scenario's name
 * @param text what stands in it
 */
public record ScenarioSource(String location, String text) {

  /** The names of those that ship with Heddle. */
  public static final List<String> SHIPPED = List.of("product-page", "scrape", "hedge");

  private static final String EXTENSION = ".yaml";
  private static final String ANY_EXTENSION = "\\.ya?ml$";

  /**
   * Finds a scenario: a shipped one by its name, else a file, else a shipped one by its file's
   * name.
   *
   * @throws IllegalArgumentException if there is neither
   * @throws IOException if the file cannot be read
   */
  public static ScenarioSource find(String given) throws IOException {
    Path file = Path.of(given).toAbsolutePath().normalize();
    if (!SHIPPED.contains(given) && Files.isRegularFile(file)) {
      return new ScenarioSource(
          file.toString(), new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
    }
    return SHIPPED.stream()
        .filter(name -> given.equals(name) || given.equals(name + EXTENSION))
        .findFirst()
        .map(ScenarioSource::shipped)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "scenario is '%s', and there is no such file; allowed: a scenario file, or %s"
                        .formatted(given, String.join(", ", SHIPPED))));
  }

  /** One of those that ship with Heddle. */
  public static ScenarioSource shipped(String name) {
    try (InputStream in =
        Optional.ofNullable(ScenarioSource.class.getResourceAsStream(name + EXTENSION))
            .orElseThrow(() -> new IllegalArgumentException("No scenario " + name + " ships"))) {
      return new ScenarioSource(name, new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What the scenario is called: the file's name without its folder and extension. */
  public String name() {
    return fileName().replaceFirst(ANY_EXTENSION, "");
  }

  /**
   * What it says.
   *
   * @throws ScenarioFileException naming the first mistake, its place and what is allowed
   */
  public ScenarioFile read() {
    return ScenarioFile.parse(SHIPPED.contains(location) ? name() + EXTENSION : fileName(), text);
  }

  /** The SHA-256 of its text, in hexadecimal. */
  public String sha256() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }

  private String fileName() {
    return String.valueOf(Path.of(location).getFileName());
  }
}
