package dev.heddle.benchmarks.calibrate;

import dev.heddle.benchmarks.run.RunFolder;
import dev.heddle.measure.MachineIdentity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where calibrations are kept, a file a machine: the folder that the system property {@code
 * heddle.cache} or the environment variable {@code HEDDLE_CACHE} names, or {@code heddle} below
 * {@code XDG_CACHE_HOME} or {@code ~/.cache}.
 *
 * @param folder which need not exist
 */
public record CalibrationCache(Path folder) {

  /** The system property that names the folder. */
  public static final String PROPERTY = "heddle.cache";

  /** The one that this process uses. */
  public static CalibrationCache ofUser() {
    return new CalibrationCache(
        Optional.ofNullable(System.getProperty(PROPERTY))
            .or(() -> variable("HEDDLE_CACHE"))
            .map(Path::of)
            .orElseGet(CalibrationCache::common));
  }

  /** The file of a machine, which need not exist. */
  public Path file(MachineIdentity machine) {
    return folder.resolve("calibration-" + machine.key() + ".json");
  }

  /** Puts what is known of this machine beside a run's results; whether anything is known. */
  public boolean copyInto(RunFolder run) throws IOException {
    Path known = file(MachineIdentity.now());
    if (!Files.isRegularFile(known)) {
      return false;
    }
    RunFolder.write(run.calibration(), Files.readAllBytes(known));
    return true;
  }

  private static Path common() {
    return variable("XDG_CACHE_HOME")
        .map(Path::of)
        .filter(Path::isAbsolute)
        .orElseGet(() -> Path.of(System.getProperty("user.home"), ".cache"))
        .resolve("heddle");
  }

  private static Optional<String> variable(String name) {
    return Optional.ofNullable(System.getenv(name)).filter(value -> !value.isBlank());
  }
}
