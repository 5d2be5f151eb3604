package dev.heddle.stub.latency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SecondsFileTest {

  private static final String ALLOWED =
      "a decimal number of seconds from 0 to 3600, alone or as the first column";

  @TempDir private Path folder;

  @Test
  void theFirstColumnCountsAndHeadingCommentsAndBlankLinesDoNot() throws Exception {
    EmpiricalSource source =
        read("\uFEFF# measured\n\nseconds,host\r\n0.2,a\r\n\t\n#x\n 0.1 b\n3600;c\n1.5e-3\n0");
    assertThat(source.size()).isEqualTo(5);
    assertThat(source.nanos(0)).isEqualTo(0);
    assertThat(source.nanos(0.2)).isEqualTo(1_500_000);
    assertThat(source.nanos(0.4)).isEqualTo(100_000_000);
    assertThat(source.nanos(0.6)).isEqualTo(200_000_000);
    assertThat(source.nanos(0.8)).isEqualTo(3_600_000_000_000L);
  }

  @ParameterizedTest
  @CsvSource({
    "0.000000001, 1",
    "1234.567890123, 1234567890123",
    "3599.999999999, 3599999999999",
    "1.00000000049, 1000000000"
  })
  void secondsBecomeWholeNanoseconds(String text, long nanos) throws Exception {
    assertThat(read(text).nanos(0.5)).isEqualTo(nanos);
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "3600.1", "1e999", "0.1s", "1:30", "0x1p3", "abc", "NaN", ",5"})
  void aBadLineIsRefusedWithItsNumber(String text) {
    assertThatExceptionOfType(InvalidLatencyException.class)
        .isThrownBy(() -> read("# none\nseconds\n\n" + text + "\n1\n"))
        .withMessage("line 4 of %s is '%s'; allowed: %s", path(), text, ALLOWED);
  }

  @Test
  void aSecondHeadingIsABadLine() {
    assertThatExceptionOfType(InvalidLatencyException.class)
        .isThrownBy(() -> read("seconds\nmilliseconds\n1"))
        .withMessage("line 2 of %s is 'milliseconds'; allowed: %s", path(), ALLOWED);
  }

  @Test
  void aLongBadLineIsShortened() {
    assertThatExceptionOfType(InvalidLatencyException.class)
        .isThrownBy(() -> read("1\n" + "x".repeat(1000)))
        .withMessage("line 2 of %s is '%s…'; allowed: %s", path(), "x".repeat(60), ALLOWED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n\n", "# nothing", "seconds"})
  void aFileWithoutADelayIsRefused(String content) {
    assertThatExceptionOfType(InvalidLatencyException.class)
        .isThrownBy(() -> read(content))
        .withMessage("%s holds no delay; allowed: lines, each with %s", path(), ALLOWED);
  }

  @Test
  void aFileWithTooManyDelaysIsRefused() throws Exception {
    Files.writeString(path(), "1\n2\n\n3\n");
    assertThat(SecondsFile.read(path(), 3).size()).isEqualTo(3);
    assertThatExceptionOfType(InvalidLatencyException.class)
        .isThrownBy(() -> SecondsFile.read(path(), 2))
        .withMessage("line 4 of %s is '3'; allowed: no more than 2 delays in a file", path());
  }

  private Path path() {
    return folder.resolve("delays.csv");
  }

  private EmpiricalSource read(String content) throws IOException, InvalidLatencyException {
    return SecondsFile.read(Files.writeString(path(), content));
  }
}
