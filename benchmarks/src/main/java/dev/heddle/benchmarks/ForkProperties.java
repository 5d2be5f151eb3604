package dev.heddle.benchmarks;

import dev.heddle.benchmarks.run.RunFolder;
import dev.heddle.benchmarks.run.Stub;
import java.util.ArrayList;
import java.util.List;

/** What a fork is told by system properties: where the stub is, and where to keep its files. */
final class ForkProperties {

  private ForkProperties() {}

  static List<String> of(Stub stub, RunFolder folder, String name) {
    List<String> properties = new ArrayList<>();
    properties.add("-D" + FetchTarget.STUB_PROPERTY + "=" + stub.address());
    stub.pid().ifPresent(pid -> properties.add("-D" + FetchTarget.PID_PROPERTY + "=" + pid));
    properties.add("-D" + LoadFiles.FOLDER_PROPERTY + "=" + folder.loads().toAbsolutePath());
    properties.add("-D" + LoadFiles.NAME_PROPERTY + "=" + name);
    return properties;
  }
}
