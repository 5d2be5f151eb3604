package dev.heddle.reports.duel;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;

/**
 * What a duel sees of a JMH jar: the list of its benchmarks, and forks that write JSON. Scores are
 * made up: 10 times the factor that the jar holds, and one percent of noise.
 */
public final class FakeJmh {

  private static final String LIST =
      """
      Benchmarks:
      org.example.Fake.steady
        param "size" = {1, 2}
      org.example.Fake.broken
      """;

  private FakeJmh() {}

  /** Acts as JMH's main. */
  public static void main(String[] args) throws IOException {
    List<String> words = List.of(args);
    if (words.contains("-lp")) {
      String chosen = words.getLast();
      System.out.print(
          chosen.equals("-lp")
              ? LIST.lines().limit(isWhole() ? 4 : 3).collect(Collectors.joining("\n", "", "\n"))
              : "Benchmarks:\n"
                  + (chosen.equals("steady")
                      ? "org.example.Fake.steady\n  param \"size\" = {1, 2}\n"
                      : "org.example.Fake." + chosen + "\n"));
      return;
    }
    String benchmark = args[0].replaceAll("[\\\\QE^$]+", "");
    if (benchmark.endsWith("broken")) {
      System.out.println("the benchmark threw");
      System.exit(1);
    }
    Path result = Path.of(words.get(words.indexOf("-rff") + 1));
    double noise = 0.01 * new SplittableRandom(result.toString().hashCode()).nextGaussian();
    double score = 10 * factor() * Math.exp(noise);
    String size = words.get(words.indexOf("-p") + 1).replace("size=", "");
    Files.writeString(
        result,
        """
        [{"benchmark": "%s", "mode": "avgt", "threads": 1, "forks": 1, "jdkVersion": "25.0.1",
          "jvmArgs": [], "params": {"size": "%s"}, "secondaryMetrics": {},
          "primaryMetric": {"score": %s, "scoreError": "NaN", "scoreUnit": "us/op", "rawData": [[%s]]}}]
        """
            .formatted(benchmark, size, score, score));
  }

  private static boolean isWhole() {
    return FakeJmh.class.getResource("/steady-only") == null;
  }

  private static double factor() throws IOException {
    try (InputStream in = FakeJmh.class.getResourceAsStream("/factor")) {
      return in == null
          ? 1
          : Double.parseDouble(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  /** Writes such a jar. */
  static Path jar(Path file, double factor) throws IOException {
    return jar(file, factor, true);
  }

  /** One without the benchmark that breaks. */
  static Path jarOfSteadyOnly(Path file) throws IOException {
    return jar(file, 1, false);
  }

  private static Path jar(Path file, double factor, boolean whole) throws IOException {
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, FakeJmh.class.getName());
    String path = FakeJmh.class.getName().replace('.', '/') + ".class";
    try (OutputStream out = Files.newOutputStream(file);
        JarOutputStream jar = new JarOutputStream(out, manifest);
        InputStream own = FakeJmh.class.getResourceAsStream("/" + path)) {
      jar.putNextEntry(new JarEntry(path));
      if (own != null) {
        own.transferTo(jar);
      }
      jar.putNextEntry(new JarEntry("factor"));
      jar.write(Double.toString(factor).getBytes(StandardCharsets.UTF_8));
      if (!whole) {
        jar.putNextEntry(new JarEntry("steady-only"));
      }
    }
    return file;
  }
}
