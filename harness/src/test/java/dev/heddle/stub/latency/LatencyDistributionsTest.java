package dev.heddle.stub.latency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LatencyDistributionsTest {

  private static final long NANOS = 1_000_000_000;
  private static final String SECONDS = "a decimal number of seconds from ";
  private static final String DECIMALS = ", with at most nine decimals";

  @Test
  void argumentsAreDecimalNumbersOfSeconds() throws InvalidLatencyException {
    assertThat(parse("constant?value=0.05")).isEqualTo(new Constant(50_000_000));
    assertThat(parse("constant?value=3600")).isEqualTo(new Constant(3_600_000_000_000L));
    assertThat(parse("uniform?low=0&high=.000000001")).isEqualTo(new Uniform(0, 1));
    assertThat(parse("lognormal?p50=1.&p99=2")).isEqualTo(LogNormal.of(NANOS, 2 * NANOS));
    assertThat(parse("pareto?min=1&shape=2.5")).isEqualTo(new Pareto(NANOS, 2.5));
    assertThat(parse("bimodal?fast=1&slow=2&slow_share=0.1&spread=3"))
        .isEqualTo(Bimodal.of(NANOS, 2 * NANOS, 0.1, 3));
  }

  @Test
  void aBimodalsSpreadIsOneAndAHalfUnlessGiven() throws InvalidLatencyException {
    assertThat(parse("bimodal?fast=1&slow=2&slow_share=0.1"))
        .isEqualTo(Bimodal.of(NANOS, 2 * NANOS, 0.1, 1.5));
  }

  @Test
  void seedAndKeyAreLeftToTheRoute() throws InvalidLatencyException {
    assertThat(parse("constant?value=1&seed=x&key=y")).isEqualTo(new Constant(NANOS));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "constant?value=0.05",
        "constant?value=0",
        "uniform?low=0.01&high=3600",
        "lognormal?p50=0.01&p99=0.1",
        "lognormal?p50=0.000000001&p99=3600",
        "bimodal?fast=0.005&slow=0.08&slow_share=0.1&spread=1.5",
        "bimodal?fast=0.005&slow=0.08&slow_share=0.000000001&spread=1000",
        "pareto?min=0.01&shape=1.25",
        "pareto?min=100&shape=1000"
      })
  void aDescriptionIsTheRequest(String request) throws InvalidLatencyException {
    assertThat(parse(request).describe()).isEqualTo(request);
  }

  @Test
  void everyNameIsKnown() {
    for (String name : LatencyDistributions.NAMES) {
      assertThatExceptionOfType(InvalidLatencyException.class)
          .isThrownBy(() -> parse(name + "?"))
          .withMessageContaining(" is missing; allowed: ");
    }
  }

  @Test
  void anUnknownNameIsAnsweredWithThoseThereAre() {
    assertRefused(
        "gamma?",
        "distribution is 'gamma'; allowed: " + String.join(", ", LatencyDistributions.NAMES));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "constant?value=1&low=2 | argument of constant is 'low'; allowed: value, seed, key",
        "uniform?high=2&value=1 | argument of uniform is 'value'; allowed: low, high, seed, key",
        "lognormal?p9=2&p50=1 | argument of lognormal is 'p9'; allowed: p50, p99, seed, key",
        "bimodal?share=1 | argument of bimodal is 'share'; allowed: fast, slow, slow_share, spread,"
            + " seed, key",
        "pareto?scale=1 | argument of pareto is 'scale'; allowed: min, shape, seed, key",
        "empirical?name=a | argument of empirical is 'name'; allowed: file, seed, key"
      })
  void anUnknownArgumentIsAnsweredWithThoseThereAre(String request, String message) {
    assertRefused(request, message);
  }

  @ParameterizedTest
  @CsvSource({
    "constant?, value is missing, 0",
    "constant?value=, value is '', 0",
    "constant?value=x, value is 'x', 0",
    "constant?value=-1, value is '-1', 0",
    "constant?value=1e3, value is '1e3', 0",
    "constant?value=NaN, value is 'NaN', 0",
    "constant?value=3600.000000001, value is '3600.000000001', 0",
    "constant?value=0.0000000001, value is '0.0000000001', 0",
    "uniform?low=2, high is missing, low (2)",
    "uniform?low=0.50&high=0.4, high is '0.4', low (0.5)",
    "lognormal?p50=0&p99=1, p50 is '0', 0.000000001",
    "lognormal?p50=0.01&p99=0.001, p99 is '0.001', p50 (0.01)",
    "lognormal?p50=100&p99=3601, p99 is '3601', p50 (100)",
    "lognormal?p99=1, p50 is missing, 0.000000001",
    "bimodal?fast=0&slow=1&slow_share=0, fast is '0', 0.000000001",
    "bimodal?fast=2&slow=1&slow_share=0, slow is '1', fast (2)",
    "pareto?min=0&shape=1, min is '0', 0.000000001"
  })
  void delaysOutOfRangeAreRefused(String request, String wrong, String low) {
    assertRefused(request, wrong + "; allowed: " + SECONDS + low + " to 3600" + DECIMALS);
  }

  @ParameterizedTest
  @CsvSource({
    "bimodal?fast=1&slow=2, slow_share is missing, 0 to 1",
    "bimodal?fast=1&slow=2&slow_share=1.1, slow_share is '1.1', 0 to 1",
    "bimodal?fast=1&slow=2&slow_share=0&spread=0.9, spread is '0.9', 1 to 1000",
    "pareto?min=1&shape=0, shape is '0', 0.01 to 1000",
    "pareto?min=1&shape=1001, shape is '1001', 0.01 to 1000",
    "pareto?min=1, shape is missing, 0.01 to 1000"
  })
  void numbersOutOfRangeAreRefused(String request, String wrong, String range) {
    assertRefused(request, wrong + "; allowed: a decimal number from " + range + DECIMALS);
  }

  @Test
  void aRefusalCarriesNoStackTrace() {
    assertThatExceptionOfType(InvalidLatencyException.class)
        .isThrownBy(() -> parse("gamma?"))
        .satisfies(refusal -> assertThat(refusal.getStackTrace()).isEmpty());
  }

  private static void assertRefused(String request, String message) {
    assertThatExceptionOfType(InvalidLatencyException.class)
        .isThrownBy(() -> parse(request))
        .withMessage(message);
  }

  private static LatencyDistribution parse(String request) throws InvalidLatencyException {
    int mark = request.indexOf('?');
    Map<String, String> args = new TreeMap<>();
    for (String pair : request.substring(mark + 1).split("&", -1)) {
      int equals = pair.indexOf('=');
      if (equals >= 0) {
        args.put(pair.substring(0, equals), pair.substring(equals + 1));
      }
    }
    return LatencyDistributions.parse(request.substring(0, mark), args, EmpiricalSources.none());
  }
}
