package dev.heddle.stub;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class StubMainTest {

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @ParameterizedTest
  @CsvSource({
    "--port=65536, port is 65536; allowed: 0 to 65535",
    "--port=-1, port is -1; allowed: 0 to 65535",
    "--threads=0, threads is 0; allowed: 1 to 1024",
    "--bind=, bind is empty",
    "--port=x, '--port'",
    "--nonsense, --nonsense",
  })
  void wrongUsageIsOneClearSentenceAndExitCode64(String argument, String says) {
    assertThat(execute(argument)).isEqualTo(64);
    assertThat(err.toString()).contains(says).doesNotContain("\tat ");
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void aPortInUseIsOneClearLineAndExitCode1() throws IOException {
    try (StubServer first = StubServer.start(StubOptions.DEFAULT)) {
      String port = String.valueOf(first.address().getPort());
      assertThat(execute("--port", port)).isEqualTo(1);
      assertThat(err.toString().lines())
          .singleElement()
          .asString()
          .startsWith("heddle stub: cannot listen on 127.0.0.1 port " + port + ": ")
          .endsWith("; choose another port, or 0 for a free one");
    }
  }

  @Test
  void anAddressThatIsNotThisMachinesIsOneClearLineAndExitCode1() {
    assertThat(execute("--bind", "192.0.2.1")).isEqualTo(1);
    assertThat(err.toString().lines()).singleElement().asString().contains("192.0.2.1 port 0: ");
  }

  @Test
  void sayingWhereItListensIsAllItPrintsAndSigtermEndsIt() throws Exception {
    Process stub = run(StubOptions.DEFAULT.unwarmed());
    try {
      String ready = stub.inputReader().readLine();
      assertThat(ready).startsWith(StubMain.READY);
      WireClient client = WireClient.connect(URI.create(ready.substring(StubMain.READY.length())));
      assertThat(client.get("/bytes/2").read().status()).isEqualTo(200);
      assertThat(stub.toHandle().destroy()).isTrue();
      assertThat(client.isAtEnd()).isTrue();
      assertThat(stub.waitFor()).isEqualTo(128 + 15);
      assertThat(stub.inputReader().readLine()).isNull();
      assertThat(stub.errorReader().readAllAsString()).isEmpty();
    } finally {
      stub.destroyForcibly();
    }
  }

  @Test
  void listeningForOtherMachinesIsWarnedOf() throws Exception {
    Process stub = run(StubOptions.DEFAULT.unwarmed().withBind("0.0.0.0"));
    try {
      assertThat(stub.inputReader().readLine()).startsWith(StubMain.READY + "http://0.0.0.0:");
      assertThat(stub.errorReader().readLine())
          .contains("warning", "can be reached from other machines");
    } finally {
      stub.destroyForcibly();
    }
  }

  private static Process run(StubOptions options) throws IOException {
    return StubCommandLine.process(StubCommandLine.withoutParent(options)).start();
  }

  private int execute(String... arguments) {
    return new CommandLine(new StubMain())
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(arguments);
  }
}
