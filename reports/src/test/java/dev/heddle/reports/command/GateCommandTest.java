package dev.heddle.reports.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

class GateCommandTest {

  private static final String LIMIT = "--max-regression=5%";

  @TempDir private Path folder = Path.of("");

  private Pair pair = new Pair(Path.of(""));

  @BeforeEach
  void newPair() {
    pair = new Pair(folder);
  }

  @ParameterizedTest
  @CsvSource({
    "identical, 1, 0.02, '', 0",
    "10 % slower, 1.1, 0.01, '', 1",
    "10 % slower, 1.1, 0.01, --strict, 1",
    "10 % faster, 0.9, 0.01, '', 0",
    "4 % slower, 1.04, 0.005, '', 0",
    "6 % slower with an interval around 5 %, 1.06, 0.02, '', 1",
    "6 % slower with an interval around 5 %, 1.06, 0.02, --strict, 2",
    "4 % slower with an interval around 5 %, 1.04, 0.02, '', 2",
    "noise, 1, 0.2, '', 2",
  })
  void oneCellDecides(String what, double ratio, double noise, String option, int expected)
      throws IOException {
    pair.run("base", Pair.cell("a.B.c", Pair.forks(10, noise)));
    pair.run("candidate", Pair.cell("a.B.c", Pair.forks(10 * ratio, noise)));

    int code = option.isEmpty() ? pair.gate(LIMIT) : pair.gate(LIMIT, option);

    assertThat(code).as("%s: %s", what, pair.out()).isEqualTo(expected);
    assertThat(json().path("exitCode").asInt()).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -1, Double.NaN})
  void aBrokenForkIsInvalid(double broken) throws IOException {
    double[] forks = Pair.forks(10, 0.01);
    pair.run("base", Pair.cell("a.B.c", forks), Pair.cell("a.B.d", forks));
    forks[3] = broken;
    pair.run("candidate", Pair.cell("a.B.c", forks), Pair.cell("a.B.d", Pair.forks(10, 0.01)));

    assertThat(pair.gate(LIMIT)).isEqualTo(3);
    assertThat(suite().getAttribute("errors")).isEqualTo("1");
  }

  @Test
  void aRegressionBesideABrokenForkIsARegression() throws IOException {
    pair.run(
        "base", Pair.cell("a.B.c", Pair.forks(10, 0.01)), Pair.cell("a.B.d", Pair.forks(10, 0.01)));
    pair.run("candidate", Pair.cell("a.B.c", 0, 0, 0), Pair.cell("a.B.d", Pair.forks(12, 0.01)));

    assertThat(pair.gate(LIMIT)).isEqualTo(1);
    assertThat(suite().getAttribute("failures")).isEqualTo("1");
  }

  @Test
  void anotherProcessorIsInvalidUnlessItIsAllowed() throws IOException {
    for (String side : new String[] {"base", "candidate"}) {
      Path run = pair.run(side, Pair.cell("a.B.c", Pair.forks(10, 0.01)));
      Files.writeString(
          run.resolve("environment.json"), "{\"machine\":{\"cpu\":\"CPU of %s\"}}".formatted(side));
    }

    assertThat(pair.gate(LIMIT)).isEqualTo(3);
    assertThat(json().path("environmentDifferences").get(0).path("fact").asText())
        .isEqualTo("machine › cpu");
    assertThat(pair.gate(LIMIT, "--allow-environment")).isZero();
  }

  @Test
  void nothingInCommonIsInvalidAndNoEmptyReport() throws Exception {
    pair.run("base", Pair.cell("a.B.old", Pair.forks(10, 0.01)));
    pair.run("candidate", Pair.cell("a.B.renamed", Pair.forks(10, 0.01)));

    assertThat(pair.gate(LIMIT)).isEqualTo(3);

    assertThat(suite().getAttribute("errors")).isEqualTo("1");
    assertThat(json().path("onlyBase").get(0).path("benchmark").asText()).isEqualTo("a.B.old");
    assertThat(json().path("onlyCandidate")).hasSize(1);
    assertThat(pair.out().toString()).contains("measured on the base only", "B.old");
  }

  @Test
  void oneOfAHundredIsNotWorthItsOwnP() throws IOException {
    double[] slower = Pair.forks(10 * 1.044, 0.03);
    pair.run("base", Pair.cell("a.B.c0", Pair.forks(10, 0.03)));
    pair.run("candidate", Pair.cell("a.B.c0", slower));
    assertThat(pair.gate("--max-regression=3%")).as("alone").isEqualTo(1);
    double p = json().path("cells").get(0).path("p").asDouble();
    assertThat(p).isBetween(0.003, 0.007);

    pair.run("base", IntStream.range(0, 100), 0.03);
    pair.run(
        "candidate",
        Stream.concat(
                Stream.of(Pair.cell("a.B.c0", slower)),
                IntStream.range(1, 100).mapToObj(i -> Pair.cell("a.B.c" + i, Pair.forks(10, 0.03))))
            .toArray(String[]::new));
    assertThat(pair.gate("--max-regression=3%")).as("among 100").isEqualTo(2);
    assertThat(pair.gate("--max-regression=20%")).isZero();

    JsonNode cell = json().path("cells").get(0);
    assertThat(cell.path("verdict").asText()).isEqualTo("INCONCLUSIVE");
    assertThat(cell.path("p").asDouble()).isEqualTo(p);
    assertThat(cell.path("pHolm").asDouble()).isCloseTo(100 * p, within(1e-9));
    assertThat(cell.path("reason").asText()).startsWith("SLOWER by itself");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--max-regression=5",
        "--max-regression=-5%",
        "--max-regression=0%",
        "--max-regression=100%",
        "--max-regression=five",
        "--max-regression=5% --alpha=60%",
        "--max-regression=5% --delta=0",
        "--strict",
      })
  void aWrongCommandLineIsUsage(String options) throws IOException {
    pair.run("base", Pair.cell("a.B.c", Pair.forks(10, 0.01)));
    pair.run("candidate", Pair.cell("a.B.c", Pair.forks(10, 0.01)));

    assertThat(pair.gate(options.split(" ", -1))).isEqualTo(64);

    assertThat(pair.err().toString()).contains("Usage: reports gate");
    assertThat(folder.resolve("gate")).doesNotExist();
  }

  @ParameterizedTest
  @CsvSource({"5%", "5 %", "0.05", "5.0%"})
  void aShareIsSpelledSeveralWays(String text) {
    assertThat(new Percent().convert(text)).isEqualTo(0.05);
  }

  @Test
  void anUnreadableRunLeavesNoOldDecision() throws IOException {
    pair.run("base", Pair.cell("a.B.c", Pair.forks(10, 0.01)));
    pair.run("candidate", Pair.cell("a.B.c", Pair.forks(10, 0.01)));
    assertThat(pair.gate(LIMIT)).isZero();
    assertThat(folder.resolve("gate/gate.json")).exists();
    Files.delete(folder.resolve("candidate/results.json"));

    assertThat(pair.gate(LIMIT)).isEqualTo(3);

    assertThat(folder.resolve("gate")).isEmptyDirectory();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script>alert(1)</script>",
        "]]>&amp;\\\"'",
        "שלום \u202egnp.exe",
        "emoji 🧵 \\u0000 \\u001b[31m \\ud800 \\uffff \\n\\t",
        "%s %n {0} `|*_ | x |",
      })
  void hostileNamesStayNames(String name) throws Exception {
    pair.run("base", Pair.cell("a.B." + name, Pair.forks(10, 0.01)));
    pair.run("candidate", Pair.cell("a.B." + name, Pair.forks(12, 0.01)));

    assertThat(pair.gate(LIMIT)).isEqualTo(1);

    assertThat(suite().getElementsByTagName("failure").getLength()).isEqualTo(1);
    String benchmark = json().path("cells").get(0).path("benchmark").asText();
    assertThat(benchmark).startsWith("a.B.");
    String raw = Files.readString(folder.resolve("gate/gate.json"));
    JsonNode again = new ObjectMapper().readTree(new ObjectMapper().writeValueAsString(json()));
    assertThat(again).isEqualTo(new ObjectMapper().readTree(raw));
    assertThat(folder.resolve("gate/gate.md"))
        .content()
        .startsWith("**Gate regression: 1 of 1 cell is worse by more than 5 %**\n")
        .doesNotContain("<script>", "| x |");
  }

  private JsonNode json() throws IOException {
    return new ObjectMapper().readTree(folder.resolve("gate/gate.json").toFile());
  }

  private Element suite() throws IOException {
    try {
      return DocumentBuilderFactory.newDefaultInstance()
          .newDocumentBuilder()
          .parse(folder.resolve("gate/gate.xml").toFile())
          .getDocumentElement();
    } catch (ParserConfigurationException | SAXException e) {
      throw new IOException(e);
    }
  }
}
