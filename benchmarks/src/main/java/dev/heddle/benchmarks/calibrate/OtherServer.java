package dev.heddle.benchmarks.calibrate;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A server that is not Heddle's, where one is installed.
 *
 * @param nginx empty where it is not
 */
record OtherServer(Optional<Nginx> nginx) implements AutoCloseable {

  static OtherServer start(Path scratch, List<String> missing)
      throws IOException, InterruptedException {
    Optional<Program> program = Program.find("nginx");
    if (program.isEmpty()) {
      missing.add(
          "no other server before the driver: nginx is not installed (Debian: nginx-light)");
      return new OtherServer(Optional.empty());
    }
    return new OtherServer(Optional.of(Nginx.start(program.get(), scratch)));
  }

  Optional<URI> address() {
    return nginx.map(server -> server.address().resolve("/"));
  }

  @Override
  public void close() {
    nginx.ifPresent(Nginx::close);
  }
}
