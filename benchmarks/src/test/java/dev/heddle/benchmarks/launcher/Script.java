package dev.heddle.benchmarks.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;

/** Shell scripts that stand in for programs, and the few real programs a shell script needs. */
final class Script {

  private static final List<String> TOOLS =
      List.of("cat", "dirname", "find", "head", "mkdir", "readlink", "sed", "sleep", "touch", "tr");

  private Script() {}

  static Path write(Path file, String text) throws IOException {
    Files.writeString(file, "#!/bin/sh\n" + text);
    return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  /** Fills a folder that serves as the whole PATH, so that no java and no Maven is found in it. */
  static Path toolsOnly(Path folder) throws IOException {
    Files.createDirectories(folder);
    for (String tool : TOOLS) {
      write(folder.resolve(tool), "exec '%s' \"$@\"\n".formatted(onPath(tool)));
    }
    return folder;
  }

  private static Path onPath(String tool) {
    return Stream.of(System.getenv("PATH").split(":"))
        .map(folder -> Path.of(folder, tool))
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("'%s' is not on PATH".formatted(tool)));
  }
}
