package dev.heddle.stub.latency;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The files with measured delays that the stub was started with. Immutable. */
public final class EmpiricalSources {

  private static final EmpiricalSources NONE = new EmpiricalSources(new TreeMap<>());

  private final SortedMap<String, EmpiricalSource> byName;

  private EmpiricalSources(SortedMap<String, EmpiricalSource> byName) {
    this.byName = Collections.unmodifiableSortedMap(byName);
  }

  /** No file: {@code empirical} is refused. */
  public static EmpiricalSources none() {
    return NONE;
  }

  /**
   * Reads files, each of which can be asked for by its base name without the extension.
   *
   * <p>A file named {@code .hlog} is an interval log of HdrHistogram in nanoseconds; all its
   * intervals, of whatever tag, are added. A {@code .csv} or {@code .txt} has a decimal number of
   * seconds in the first column of each line; blank lines, lines that start with # and one line of
   * headings are passed over. It may have up to 10 million of them.
   *
   * @throws IOException if a file cannot be read
   * @throws InvalidLatencyException if a file holds anything else or nothing, if its name ends with
   *     anything else, or if two have the same base name
   */
  public static EmpiricalSources load(List<Path> files)
      throws IOException, InvalidLatencyException {
    SortedMap<String, EmpiricalSource> byName = new TreeMap<>();
    for (Path file : files) {
      FileName name = FileName.of(file);
      if (byName.containsKey(name.base())) {
        throw InvalidLatencyException.wrong(
            "second file of one name", String.valueOf(file), "one file named " + name.base());
      }
      byName.put(name.base(), read(file, name));
    }
    return new EmpiricalSources(byName);
  }

  /** The names that {@code file} can have, in the order of the alphabet. */
  public List<String> names() {
    return List.copyOf(byName.keySet());
  }

  /** That of a file by its name, or of the only one there is. */
  Empirical distribution(Optional<String> file) throws InvalidLatencyException {
    if (file.isEmpty() && byName.size() == 1) {
      Map.Entry<String, EmpiricalSource> only = byName.firstEntry();
      return new Empirical(only.getKey(), only.getValue());
    }
    String name = file.orElseThrow(() -> InvalidLatencyException.missing("file", allowed()));
    return Optional.ofNullable(byName.get(name))
        .map(source -> new Empirical(name, source))
        .orElseThrow(() -> InvalidLatencyException.wrong("file", name, allowed()));
  }

  private String allowed() {
    return byName.isEmpty()
        ? "none, because the stub was started without a file of delays"
        : String.join(", ", byName.keySet());
  }

  private static EmpiricalSource read(Path file, FileName name)
      throws IOException, InvalidLatencyException {
    return switch (name.extension()) {
      case "hlog" -> IntervalLog.read(file);
      case "csv", "txt" -> SecondsFile.read(file);
      default ->
          throw InvalidLatencyException.wrong(
              "file", String.valueOf(file), "a name that ends with .hlog, .csv or .txt");
    };
  }

  /**
   * A file's name in two.
   *
   * @param extension in small letters, without the dot
   */
  private record FileName(String base, String extension) {

    static FileName of(Path file) {
      String name = String.valueOf(file.getFileName());
      int dot = name.lastIndexOf('.');
      return dot <= 0
          ? new FileName(name, "")
          : new FileName(name.substring(0, dot), name.substring(dot + 1).toLowerCase(Locale.ROOT));
    }
  }
}
