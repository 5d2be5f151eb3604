package dev.heddle.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class CheckCommandTest {

  @Test
  void findsEveryResponseAtItsPlaceOnEveryModel() {
    StringWriter out = new StringWriter();
    CommandLine commandLine = Heddle.commandLine().setOut(new PrintWriter(out));

    assertThat(commandLine.execute("check", "--fan-out", "5,100")).isEqualTo(ExitCode.DONE);

    assertThat(out.toString().lines())
        .hasSize(10)
        .allMatch(line -> line.endsWith("all 200, in argument order"));
  }

  @Test
  void saysWhatIsWrongAndFailsWhereATransportDoesNotFitAModel() {
    StringWriter out = new StringWriter();
    CommandLine commandLine = Heddle.commandLine().setOut(new PrintWriter(out));

    int code =
        commandLine.execute(
            "check", "--fan-out", "1", "--model", "netty-event-loop", "--transport", "socket");

    assertThat(code).isEqualTo(ExitCode.FAILED);
    assertThat(out.toString()).contains("failed: Transport 'socket' blocks");
  }
}
