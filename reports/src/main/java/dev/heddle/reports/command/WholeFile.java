package dev.heddle.reports.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;
import java.util.function.Consumer;

/** Writes a file so that it is there whole or not at all. */
final class WholeFile {

  private WholeFile() {}

  /**
   * Writes UTF-8 text beside the target and moves it there; makes the folder if it is missing.
   *
   * @throws IOException if that fails; the target is then as it was
   */
  static void write(Path target, Consumer<Writer> content) throws IOException {
    Path folder = target.resolveSibling("").toAbsolutePath();
    Files.createDirectories(folder);
    Path part = folder.resolve(".%s.%s.part".formatted(target.getFileName(), UUID.randomUUID()));
    try {
      try (Writer writer = Files.newBufferedWriter(part)) {
        content.accept(writer);
      }
      move(part, target);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    } finally {
      Files.deleteIfExists(part);
    }
  }

  /** The same, of a text that is there already. */
  static void write(Path target, String text) throws IOException {
    write(
        target,
        writer -> {
          try {
            writer.write(text);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  private static void move(Path part, Path target) throws IOException {
    try {
      Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException notHere) {
      Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
