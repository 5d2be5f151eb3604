package dev.heddle.reports.duel;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The ruler's readings of a duel by block, kept as they come. */
final class RulerLog {

  /** A block whose ruler is further from the median is of another machine, so to speak. */
  private static final double FAR = 0.15;

  private static final Pattern LINE = Pattern.compile("\\d{1,6},\\d+(\\.\\d+)?,\\d+(\\.\\d+)?");

  private final DuelFolder folder;
  private final Map<Integer, Ruler.Reading> readings = new TreeMap<>();

  private RulerLog(DuelFolder folder) {
    this.folder = folder;
  }

  /**
   * With the readings that are there already. A line that a killed duel left unfinished is taken
   * out of the file, so that the next one does not follow on it; its block is read anew.
   */
  static RulerLog of(DuelFolder folder, DuelListener listener) throws IOException {
    RulerLog log = new RulerLog(folder);
    if (Files.isRegularFile(folder.rulers())) {
      String text = Files.readString(folder.rulers());
      String whole = text.substring(0, text.lastIndexOf('\n') + 1);
      if (!whole.equals(text)) {
        listener.rulerCutOff(folder.rulers().toString());
        DuelFolder.write(folder.rulers(), whole.getBytes(StandardCharsets.UTF_8));
      }
      whole.lines().forEach(log::parse);
    }
    return log;
  }

  private void parse(String line) {
    if (LINE.matcher(line).matches()) {
      String[] columns = line.split(",", -1);
      readings.put(
          Integer.parseInt(columns[0]),
          new Ruler.Reading(Double.parseDouble(columns[1]), Double.parseDouble(columns[2])));
    }
  }

  void add(int block, Ruler.Reading reading) throws IOException {
    boolean first = !Files.exists(folder.rulers()) || Files.size(folder.rulers()) == 0;
    readings.put(block, reading);
    String line =
        String.format(
            Locale.ROOT, "%d,%.2f,%.3f%n", block, reading.cpuMicros(), reading.handOffMicros());
    Files.writeString(
        folder.rulers(),
        (first ? "block,cpu_us,hand_off_us\n" : "") + line,
        StandardOpenOption.CREATE,
        StandardOpenOption.APPEND);
  }

  boolean has(int block) {
    return readings.containsKey(block);
  }

  /**
   * Whether the machine was as usual in a block: the CPU part of its ruler lies within 15 % of the
   * median of all so far. The hand-off is only kept: on two cores it falls into regimes 25 % apart
   * while the machine is quiet.
   */
  boolean isUsual(int block) {
    Ruler.Reading reading = readings.get(block);
    return reading != null && Math.abs(reading.cpuMicros() / median() - 1) <= FAR;
  }

  /** The blocks that are dropped. */
  Map<Integer, Double> dropped() {
    Map<Integer, Double> dropped = new LinkedHashMap<>();
    readings.forEach(
        (block, reading) -> {
          if (!isUsual(block)) {
            dropped.put(block, reading.cpuMicros() / median());
          }
        });
    return dropped;
  }

  private double median() {
    double[] sorted =
        readings.values().stream().mapToDouble(Ruler.Reading::cpuMicros).sorted().toArray();
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}
