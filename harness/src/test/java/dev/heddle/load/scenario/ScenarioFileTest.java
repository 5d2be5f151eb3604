package dev.heddle.load.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heddle.load.ArrivalKind;
import dev.heddle.load.LoadPattern;
import java.time.Duration;
import java.util.Collections;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScenarioFileTest {

  private static final String CALL = "call: a, latency: 'constant:value=1ms'";

  private static final String PAGE =
      """
      description: A page.
      arrival: {pattern: constant, rates: [10, 0.5], duration: 1.5s, warm_up: 0s}
      plan:
        gather:
          - then:
              - call: login
                latency: lognormal:p50=5ms,p99=40ms
                bytes: 100
                failure_rate: 0.01
                failure_status: 500
                cpu: 200us
              - call: page
                latency: constant:value=1ms
                count: 2
          - race:
              - call: replica
                latency: constant:value=2ms
            timeout: 50ms
        bounded: 3
      """;

  @Test
  void aFileSaysWhenArrivalsComeAndWhatEachOfThemDoes() {
    ScenarioFile file = ScenarioFile.parse("page.yaml", PAGE);
    assertThat(file.description()).contains("A page.");
    assertThat(file.arrival().pattern()).contains(ArrivalKind.CONSTANT);
    assertThat(file.arrival().perSecond()).containsExactly(10.0, 0.5);
    assertThat(file.arrival().duration()).contains(Duration.ofMillis(1500));
    assertThat(file.arrival().warmUp()).contains(Duration.ZERO);
    assertThat(file.plan().calls()).isEqualTo(4);
    assertThat(file.plan())
        .isInstanceOfSatisfying(
            ScenarioNode.FanOut.class,
            gather -> {
              assertThat(gather.pattern()).isEqualTo(LoadPattern.GATHER);
              assertThat(gather.bounded()).isEqualTo(OptionalInt.of(3));
              assertThat(gather.children().getLast()).isInstanceOf(ScenarioNode.Timed.class);
            });
    assertThat(file.plan().everyCall())
        .extracting(ScenarioNode.Call::path)
        .containsExactly(
            "/latency/lognormal?p50=0.005&p99=0.04&bytes=100&failure_rate=0.01&failure_status=500",
            "/latency/constant?value=0.001",
            "/latency/constant?value=0.001",
            "/latency/constant?value=0.002");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "plan: {call: a, latncy: x} | line 1, column 17: 'latncy' is no key of a call; allowed:"
            + " call, latency, bytes, failure_rate, failure_status, cpu, timeout, count",
        "plan: {gahter: []} | 'gahter' is no key of a node; allowed: call, then, gather, outcomes",
        "plan: {gather: [{CALL}], limit: 3} | 'limit' is no key of a gather; allowed: gather,"
            + " bounded, timeout, count",
        "plan: {as_completed: [{CALL}], cpu: 1s} | 'cpu' is no key of an as_completed; allowed:",
        "plan: {then: [{CALL}], bounded: 3} | 'bounded' is no key of a then; allowed: then,"
            + " timeout",
        "pln: {} | line 1, column 1: 'pln' is no key of a scenario; allowed: description, arrival",
        "arrival: {rate: 1} | the scenario has no 'plan'; needed: what an arrival does",
        "plan: {latency: x, timeout: 1s} | a node has no kind; needed: a mapping with one of call",
        "plan: {gather: [{CALL}], race: [{CALL}]} | a node has both 'gather' and 'race'; allowed:",
        "plan: [{CALL}] | line 1, column 7: a node is a list; allowed: a mapping with one of call",
        "plan: {gather: [page]} | a node is 'page'; allowed: a mapping with one of call, then",
        "plan: {gather: []} | gather is an empty list; allowed: a list of one or more nodes",
        "plan: {group: {CALL}} | group is a mapping; allowed: a list of one or more nodes",
        "plan: {race: } | race is nothing; allowed: a list of one or more nodes",
        "plan: {call: , latency: x} | call is nothing; allowed: a name",
        "plan: {call: a} | call 'a' has no 'latency'; needed: a distribution",
        "plan: {call: a, latency: 'normal(5)'} | latency is 'normal(5)'; allowed: a distribution",
        "plan: {call: a, latency: [x]} | latency is a list; allowed: a distribution with",
        "plan: {CALL, bytes: -1} | bytes is '-1'; allowed: a whole number from 0 to 1048576",
        "plan: {CALL, bytes: 4kB} | bytes is '4kB'; allowed: a whole number from 0 to 1048576",
        "plan: {CALL, bytes: 1048577} | bytes is '1048577'; allowed: a whole number from 0",
        "plan: {CALL, failure_rate: 1.5} | failure_rate is '1.5'; allowed: a decimal number from 0",
        "plan: {CALL, failure_rate: often} | failure_rate is 'often'; allowed: a decimal number",
        "plan: {CALL, failure_status: 200} | failure_status is '200'; allowed: a whole number from",
        "plan: {CALL, cpu: 200} | cpu is '200'; allowed: a time with its unit (ns, us, ms, s, m)",
        "plan: {CALL, cpu: -1us} | cpu is '-1us'; allowed: a time with its unit",
        "plan: {CALL, timeout: 0s} | timeout is '0s'; allowed: a time with its unit (ns, us, ms, s,"
            + " m) from 1ns to 3600s",
        "plan: {CALL, count: 2} | 'count' is no key of the whole plan; allowed: in a list of nodes",
        "plan: {gather: [{CALL, count: 0}]} | count is '0'; allowed: a whole number from 1 to"
            + " 10000",
        "plan: {gather: [{CALL}], bounded: 0} | bounded is '0'; allowed: a whole number from 1",
        "plan: {gather: [{CALL, count: 9000}, {CALL, count: 1001}]} | 'gather' comes to 10001 calls"
            + " or more; allowed: 10000 an arrival",
        "plan: {then: [{gather: [{CALL, count: 101}], count: 100}]} | 'then' comes to 10100 calls",
        "plan: {CALL, call: b} | 'call' comes twice; allowed: once",
        "plan: {? [a] : b} | a key is a list; allowed: a word",
        "plan: {CALL}, arrival: x | not YAML",
        "plan: &a {gather: [*a]} | a node is 21 deep; allowed: 20",
        "{plan: {CALL}, arrival: x} | arrival is 'x'; allowed: a mapping with pattern, rate, rates",
        "{plan: {CALL}, arrival: {rat: 1}} | 'rat' is no key of arrival; allowed: pattern, rate",
        "{plan: {CALL}, arrival: {rate: -5}} | rate is '-5'; allowed: a decimal number from 0.001"
            + " to 1000000",
        "{plan: {CALL}, arrival: {rate: 1, rates: [1]}} | both 'rate' and 'rates'; allowed: one",
        "{plan: {CALL}, arrival: {rates: 5}} | rates is '5'; allowed: a list of numbers, such as",
        "{plan: {CALL}, arrival: {rates: [1, x]}} | rates is 'x'; allowed: a decimal number",
        "{plan: {CALL}, arrival: {pattern: bursty}} | pattern is 'bursty'; allowed: constant,"
            + " poisson",
        "{plan: {CALL}, arrival: {duration: 0s}} | duration is '0s'; allowed: a time with its unit",
        "{plan: {CALL}, arrival: {warm_up: 2d}} | warm_up is '2d'; allowed: a time with its unit",
        "{plan: {CALL}, description: [a]} | description is a list; allowed: a sentence",
        "[] | line 1, column 1: the file is a list; allowed: a mapping with description, arrival",
        "# nothing | page.yaml: the file is empty; allowed: a mapping with description, arrival",
        "plan: 'open | line 1, column 12: not YAML",
        "'plan: *b' | not YAML: found undefined alias b",
      })
  void aWrongFileGetsOneLineWithThePlaceTheKeyAndWhatIsAllowed(String text, String answer) {
    assertThatThrownBy(() -> ScenarioFile.parse("page.yaml", text.replace("CALL", CALL)))
        .isInstanceOf(ScenarioFileException.class)
        .hasMessageStartingWith("page.yaml")
        .hasMessageContaining(answer)
        .hasMessageNotContaining("\n");
  }

  @Test
  void aMistakeIsFoundInItsLine() {
    String text =
        """
        # A page.
        plan:
          gather:
            - call: a
              latency: constant:value=1ms
            - call: b
              latncy: constant:value=1ms
        """;
    assertThatThrownBy(() -> ScenarioFile.parse("product-page.yaml", text))
        .hasMessageStartingWith("product-page.yaml line 7, column 7: 'latncy' is no key of a call");
  }

  @Test
  void twentyNodesMayBeNestedAndNoMore() {
    assertThat(ScenarioFile.parse("deep.yaml", nested(20)).plan().calls()).isEqualTo(1);
    assertThatThrownBy(() -> ScenarioFile.parse("deep.yaml", nested(21)))
        .hasMessageContaining("a node is 21 deep; allowed: 20");
  }

  private static String nested(int depth) {
    return "plan: " + "{then: [".repeat(depth - 1) + "{" + CALL + "}" + "]}".repeat(depth - 1);
  }

  /** Neither the stack nor the memory is at the mercy of a file. */
  @Test
  void aFileThatUnfoldsToABillionNodesIsRefusedAtOnce() {
    StringBuilder text = new StringBuilder("plan:\n  then:\n  - &n0 {" + CALL + "}\n");
    for (int level = 1; level < 18; level++) {
      String children = String.join(", ", Collections.nCopies(10, "*n" + (level - 1)));
      text.append("  - &n%d {gather: [%s]}\n".formatted(level, children));
    }
    assertThatThrownBy(() -> ScenarioFile.parse("bomb.yaml", text.toString()))
        .hasMessageContaining("calls or more; allowed: 10000 an arrival");
  }

  @Test
  void bracketsWithoutEndAreRefused() {
    assertThatThrownBy(() -> ScenarioFile.parse("brackets.yaml", "[".repeat(100_000)))
        .isInstanceOf(ScenarioFileException.class)
        .hasMessage(
            "brackets.yaml line 1, column 101: lists and mappings are 101 deep; allowed: 100");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{gather: [{OK}, {OK}]} | false | false",
        "{gather: [{FAILS}, {OK}]} | true | true",
        "{gather: [{FAILS}]} | true | false",
        "{outcomes: [{FAILS}, {OK}]} | false | false",
        "{as_completed: [{FAILS}, {OK}]} | false | false",
        "{group: [{FAILS}, {OK}]} | true | true",
        "{group: [{FAILS}]} | true | false",
        "{then: [{FAILS}, {OK}]} | true | true",
        "{then: [{OK}, {FAILS}]} | true | false",
        "{outcomes: [{then: [{FAILS}, {OK}]}]} | false | true",
        "{race: [{OK}, {OK}]} | false | true",
        "{race: [{OK}]} | false | false",
        "{race: [{FAILS}, {OK}]} | false | true",
        "{race: [{FAILS}, {FAILS}]} | true | true",
        "{OK, timeout: 1s} | true | true",
        "{outcomes: [{OK, timeout: 1s}]} | false | true"
      })
  void whatMayFailAndWhatMayBeCutShortFollowsFromThePlan(
      String plan, boolean mayFail, boolean mayBeCutShort) {
    String text = plan.replace("OK", CALL).replace("FAILS", CALL + ", failure_rate: 0.1");
    FileScenario scenario = new FileScenario(ScenarioFile.parse("a.yaml", "plan: " + text), 1);
    assertThat(scenario.mayFail()).isEqualTo(mayFail);
    assertThat(scenario.mayBeCutShort()).isEqualTo(mayBeCutShort);
  }
}
