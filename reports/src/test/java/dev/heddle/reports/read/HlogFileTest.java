package dev.heddle.reports.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramLogWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HlogFileTest {

  @TempDir private Path folder = Path.of("");

  @Test
  void eachTagIsACellOfSampledTimesAndItsIntervalsAreAddedUp() throws IOException {
    Path log = folder.resolve("other.tool.hlog");
    Files.write(log, written("read", 100, "write", 900, "read", 300));

    List<Cell> cells = Run.read(log).cells();

    assertThat(cells)
        .extracting(Cell::benchmark)
        .containsExactly("other·tool.read", "other·tool.write");
    assertThat(cells).allMatch(cell -> cell.mode() == Mode.SAMPLE_TIME);
    assertThat(cells.getFirst().primary().unit()).isEqualTo("ns/op");
    assertThat(cells.getFirst().primary().score()).isEqualTo(200);
    assertThat(cells.getFirst().primary().forks())
        .singleElement()
        .satisfies(
            fork -> assertThat(((dev.heddle.reports.read.Histogram) fork).samples()).isEqualTo(2));
  }

  @Test
  void anUntaggedLogIsOneCell() throws IOException {
    Path log = Files.write(folder.resolve("wrk2.hlog"), written("", 5));

    assertThat(Run.read(log).cells()).extracting(Cell::benchmark).containsExactly("wrk2.all");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "no log at all", "0.1,1.0,7,HISTnonsense"})
  void whatIsNoLogIsOneLine(String text) throws IOException {
    Path log = Files.writeString(folder.resolve("bad.hlog"), text);

    assertThatThrownBy(() -> Run.read(log))
        .isInstanceOf(UnreadableInputException.class)
        .hasMessageStartingWith(log.toString())
        .hasMessageEndingWith("expected an HdrHistogram interval log (HistogramLogWriter)");
  }

  @Test
  void anAbsentLogIsOneLine() {
    Path log = folder.resolve("none.hlog");

    assertThatThrownBy(() -> Run.read(log)).hasMessageContaining("does not exist");
  }

  private static byte[] written(Object... tagsAndValues) {
    var bytes = new ByteArrayOutputStream();
    var writer = new HistogramLogWriter(new PrintStream(bytes, true, StandardCharsets.UTF_8));
    writer.outputLogFormatVersion();
    for (int i = 0; i < tagsAndValues.length; i += 2) {
      var interval = new Histogram(3);
      String tag = (String) tagsAndValues[i];
      interval.setTag(tag.isEmpty() ? null : tag);
      interval.setStartTimeStamp(i);
      interval.setEndTimeStamp(i + 1L);
      interval.recordValue(((Integer) tagsAndValues[i + 1]).longValue());
      writer.outputIntervalHistogram(interval);
    }
    return bytes.toByteArray();
  }
}
