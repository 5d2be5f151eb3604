package dev.heddle.stub.latency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.HdrHistogram.DoubleHistogram;
import org.HdrHistogram.EncodableHistogram;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramLogWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IntervalLogTest {

  private static final LatencyDistribution MEASURED = LogNormal.of(3_000_000, 40_000_000);
  private static final int SIZE = 1000;
  private static final String ALLOWED =
      "an interval of an HdrHistogram log, its values nanoseconds from 0 to 3600 s";

  @TempDir private Path folder;

  /** Two digits and three, tagged and not. */
  @Test
  void theIntervalsOfALogAreAdded() throws Exception {
    Histogram first = new Histogram(2);
    Histogram second = new Histogram(3);
    second.setTag("B");
    long[] values = new long[SIZE];
    for (int i = 0; i < SIZE; i++) {
      values[i] = MEASURED.nanos(Draw.uniform(1, i));
      (i % 3 == 0 ? first : second).recordValue(values[i]);
    }
    Arrays.sort(values);
    EmpiricalSource source = read(log(first, new Histogram(3), second));
    assertThat(source.size()).isEqualTo(SIZE);
    for (int i = 0; i < SIZE; i++) {
      // In another bucket than the coarser histogram's at most by one.
      double found = source.nanos((i + 0.5) / SIZE);
      assertThat(found / values[i]).isBetween(0.98, 1.02);
    }
  }

  @Test
  void aDelayIsTheMiddleOfItsBucket() throws Exception {
    Histogram histogram = new Histogram(3);
    long[] values = new long[SIZE];
    for (int i = 0; i < SIZE; i++) {
      values[i] = MEASURED.nanos(Draw.uniform(2, i));
      histogram.recordValue(values[i]);
    }
    Arrays.sort(values);
    EmpiricalSource source = read(log(histogram));
    for (int i = 0; i < SIZE; i++) {
      assertThat(source.nanos((i + 0.5) / SIZE))
          .isEqualTo(histogram.medianEquivalentValue(values[i]));
    }
  }

  @Test
  void theEndsOfTheRangeAreKept() throws Exception {
    Histogram histogram = new Histogram(3);
    histogram.recordValue(0);
    histogram.recordValue(LatencyDistribution.MAX_NANOS);
    EmpiricalSource source = read(log(histogram));
    assertThat(source.nanos(0)).isEqualTo(0);
    assertThat(source.nanos(0.5)).isEqualTo(LatencyDistribution.MAX_NANOS);
  }

  @Test
  void aLogWithoutADelayIsRefused() throws IOException {
    for (String content : new String[] {"", log(), log(new Histogram(3))}) {
      assertThatExceptionOfType(InvalidLatencyException.class)
          .isThrownBy(() -> read(content))
          .withMessage("%s holds no delay; allowed: lines, each with %s", path(), ALLOWED);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0.05",
        "hello",
        "1,2,3",
        "1,2,3,",
        "1,2,3,HISTF",
        "1,2,3,HISTFAAAAA==",
        "1,2,3,HISTFAAAAEHjaY2BgYGBg",
        "Tag=A"
      })
  void aBadLineIsRefusedWithItsNumber(String text) {
    assertThatExceptionOfType(InvalidLatencyException.class)
        .isThrownBy(() -> read("#[StartTime: 1 (seconds since epoch)]\n\n" + text))
        .withMessage("line 3 of %s is '%s'; allowed: %s", path(), text, ALLOWED);
  }

  @Test
  void aLogCutInItsLastLineIsRefused() throws IOException {
    Histogram histogram = new Histogram(3);
    for (int i = 0; i < SIZE; i++) {
      histogram.recordValue(MEASURED.nanos(Draw.uniform(3, i)));
    }
    String whole = log(histogram, histogram);
    assertThatExceptionOfType(InvalidLatencyException.class)
        .isThrownBy(() -> read(whole.substring(0, whole.length() - 50)))
        .withMessageEndingWith(ALLOWED);
  }

  @Test
  void valuesBeyondAnHourAreRefused() throws IOException {
    Histogram histogram = new Histogram(3);
    histogram.recordValue(2 * LatencyDistribution.MAX_NANOS);
    assertBadInterval(log(histogram));
  }

  @Test
  void aHistogramOfDoublesIsRefused() throws IOException {
    DoubleHistogram histogram = new DoubleHistogram(3);
    histogram.recordValue(0.5);
    assertBadInterval(log(histogram));
  }

  private void assertBadInterval(String log) {
    assertThatExceptionOfType(InvalidLatencyException.class)
        .isThrownBy(() -> read(log))
        .withMessageStartingWith("line 3 of %s is '0.000,", path())
        .withMessageEndingWith("allowed: " + ALLOWED);
  }

  private Path path() {
    return folder.resolve("delays.hlog");
  }

  private EmpiricalSource read(String content) throws IOException, InvalidLatencyException {
    return IntervalLog.read(Files.writeString(path(), content));
  }

  private static String log(EncodableHistogram... intervals) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    HistogramLogWriter writer = new HistogramLogWriter(bytes);
    writer.outputLogFormatVersion();
    writer.outputLegend();
    for (EncodableHistogram interval : intervals) {
      interval.setStartTimeStamp(0);
      interval.setEndTimeStamp(1000);
      writer.outputIntervalHistogram(interval);
    }
    writer.close();
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
