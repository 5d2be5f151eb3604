package dev.heddle.stub;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
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
    "--transport=kqueue, 'transport is ''kqueue''; allowed: epoll, io_uring, nio'",
    "--max-connections=0, max-connections is 0; allowed: 1 to 1000000",
    "--idle-timeout=0, idle-timeout is 0.0 s; allowed: 0.001 to 86400 s",
    "--request-timeout=1e20, request-timeout is 1E+20 s; allowed: 0.001 to 86400 s",
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
  void aFileOfLatenciesThatIsNotThereIsOneClearLineAndExitCode1() {
    assertThat(execute("--empirical", "/nowhere/latencies.csv")).isEqualTo(1);
    assertThat(err.toString().lines())
        .singleElement()
        .asString()
        .startsWith("heddle stub: ")
        .contains("/nowhere/latencies.csv");
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
  void aTransportThatIsNotAvailableIsRefusedSayingWhyAndWhatIs() throws Exception {
    StubOptions options = StubOptions.DEFAULT.unwarmed().withTransport(StubTransport.EPOLL);
    List<String> command = new ArrayList<>(StubCommandLine.withoutParent(options));
    command.add(1, "-Dio.netty.transport.noNative=true");
    Process stub = StubCommandLine.process(command).start();
    try {
      assertThat(stub.errorReader().readAllAsString())
          .startsWith("heddle stub: transport epoll is not available here: ")
          .endsWith("; available: nio" + System.lineSeparator())
          .doesNotContain("\tat ");
      assertThat(stub.waitFor()).isEqualTo(64);
    } finally {
      stub.destroyForcibly();
    }
  }

  @Test
  void everyOptionIsPassedOnToAProcessOfItsOwn() {
    StubOptions options =
        new StubOptions(
            "127.0.0.2",
            8080,
            3,
            StubTransport.NIO,
            false,
            -7,
            new StubLimits(5, Duration.ofMillis(1500), Duration.ofSeconds(3)),
            List.of(Path.of("a.csv"), Path.of("b.hlog")));
    List<String> command = StubCommandLine.withoutParent(options);
    StubMain main = new StubMain();
    var _ =
        new CommandLine(main)
            .parseArgs(
                command
                    .subList(command.indexOf(StubMain.class.getName()) + 1, command.size())
                    .toArray(String[]::new));
    assertThat(main.options()).isEqualTo(options);
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
