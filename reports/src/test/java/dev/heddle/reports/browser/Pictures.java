package dev.heddle.reports.browser;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What pages look like, for people to see. */
final class Pictures {

  private static final Path SCREENSHOTS = Path.of("target", "screenshots");

  private Pictures() {}

  static void picture(byte[] png, String name) {
    try {
      Files.createDirectories(SCREENSHOTS);
      Files.write(SCREENSHOTS.resolve(name + ".png"), png);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
