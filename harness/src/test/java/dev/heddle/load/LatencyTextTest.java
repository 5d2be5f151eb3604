package dev.heddle.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LatencyTextTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "lognormal:p50=5ms,p99=40ms | /latency/lognormal?p50=0.005&p99=0.04",
        "lognormal:p50=5ms;p99=40ms | /latency/lognormal?p50=0.005&p99=0.04",
        "constant:value=250us | /latency/constant?value=0.00025",
        "constant:value=20 | /latency/constant?value=20",
        "uniform:low=0,high=1.5s | /latency/uniform?low=0&high=1.5",
        "bimodal:fast=2ms,slow=.1s,slow_share=0.05 |"
            + " /latency/bimodal?fast=0.002&slow=0.1&slow_share=0.05",
        "empirical | /latency/empirical?",
        "empirical:file=my-hlog.1 | /latency/empirical?file=my-hlog.1"
      })
  void isWrittenAsTheStubTakesIt(String text, String path) {
    assertThat(LatencyText.parse(text).path()).isEqualTo(path);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Log",
        "lognormal:p50",
        "lognormal:p50=5min",
        "constant:value=1ms&key=3",
        "a b"
      })
  void anythingElseIsRefusedWithAnExample(String text) {
    assertThatThrownBy(() -> LatencyText.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("latency is '" + text + "'; allowed: ")
        .hasMessageContaining("lognormal:p50=5ms,p99=40ms");
  }
}
