package dev.heddle.reports.read;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.HdrHistogram.HistogramLogReader;

/**
 * An HdrHistogram interval log.
 *
 * @param file where it is
 * @param expected what a usable one is, to be said of one that is not
 * @param damaged what is said of one that cannot be decoded, as a clause
 */
record IntervalLog(Path file, String expected, String damaged) {

  /**
   * Tells of each interval of whole numbers, in the file's order; none is kept.
   *
   * @throws UnreadableInputException if it is absent, cannot be read, or is damaged
   */
  void forEach(Consumer<org.HdrHistogram.Histogram> each) throws UnreadableInputException {
    try (HistogramLogReader reader = new HistogramLogReader(new ByteArrayInputStream(bytes()))) {
      while (reader.hasNext()) {
        if (reader.nextIntervalHistogram() instanceof org.HdrHistogram.Histogram interval) {
          each.accept(interval);
        }
      }
    } catch (RuntimeException damage) {
      // The reader tells damage by whatever exception its decoding runs into.
      UnreadableInputException unreadable = wrong(damaged);
      unreadable.initCause(damage);
      throw unreadable;
    }
  }

  private byte[] bytes() throws UnreadableInputException {
    try {
      return Files.readAllBytes(file);
    } catch (NoSuchFileException absent) {
      throw wrong("does not exist");
    } catch (IOException cause) {
      throw wrong("cannot be read (" + cause.getMessage() + ")");
    }
  }

  private UnreadableInputException wrong(String wrong) {
    return new UnreadableInputException(file, wrong, expected);
  }
}
