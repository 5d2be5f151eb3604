package dev.heddle.stub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class StubProcessTest {

  @Test
  void answersInAProcessOfItsOwnUntilItIsClosed() throws Exception {
    ProcessHandle child;
    try (StubProcess stub = StubProcess.start(StubOptions.DEFAULT.unwarmed());
        WireClient client = WireClient.connect(stub.address())) {
      child = ProcessHandle.of(stub.pid()).orElseThrow();
      assertThat(stub.pid()).isNotEqualTo(ProcessHandle.current().pid());
      assertThat(stub.address().toString()).matches("http://127\\.0\\.0\\.1:[0-9]+");
      assertThat(client.get("/bytes/2").read().status()).isEqualTo(200);
      assertThat(stub.stats().completed()).isEqualTo(1);
      stub.resetStats();
      assertThat(stub.stats().completed()).isZero();
      assertThat(stub.isAlive()).isTrue();
    }
    assertThat(child.onExit().get(30, TimeUnit.SECONDS).isAlive()).isFalse();
  }

  @Test
  void isHandedOverWarmWithItsStatisticsAtZero() throws IOException {
    try (StubProcess stub = StubProcess.start(StubOptions.DEFAULT)) {
      assertThat(Counts.of(stub.stats())).isEqualTo(new Counts(0, 0, 0, 0, 0, 0, 0));
    }
  }

  @Test
  void closingTwiceDoesNoHarm() throws IOException {
    StubProcess stub = StubProcess.start(StubOptions.DEFAULT.unwarmed());
    stub.close();
    stub.close();
    assertThat(stub.isAlive()).isFalse();
    assertThatThrownBy(stub::stats)
        .isInstanceOf(IOException.class)
        .hasMessageContaining(stub.address() + "/stats")
        .hasMessageContaining("is a stub running there?");
  }

  @Test
  void aPortInUseIsReportedInTheChildsOwnWords() throws IOException {
    try (StubServer first = StubServer.start(StubOptions.DEFAULT)) {
      int port = first.address().getPort();
      assertThatThrownBy(() -> StubProcess.start(StubOptions.DEFAULT.unwarmed().withPort(port)))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("exit code 1")
          .hasMessageContaining("cannot listen on 127.0.0.1 port " + port)
          .hasMessageContaining("choose another port");
    }
  }

  @Test
  void aChildThatIsNotReadyInTimeIsEndedAndItsErrorOutputTold() {
    assertThatThrownBy(() -> StubProcess.start(java(NeverReady.class), Duration.ofSeconds(1)))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("was not ready within 1 s; its error output:");
  }

  @Test
  void aStubVanishesWhenItsParentIsKilled() throws Exception {
    Process parent =
        new ProcessBuilder(java(StubParent.class))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    ProcessHandle stub = stubOf(parent);
    assertThat(stub.isAlive()).isTrue();
    parent.destroyForcibly();
    assertThat(stub.onExit().get(30, TimeUnit.SECONDS).isAlive()).isFalse();
    assertThat(parent.waitFor()).isEqualTo(128 + 9);
  }

  @Test
  void aStubVanishesWhenItsParentExitsWithoutClosingIt() throws Exception {
    Process parent =
        new ProcessBuilder(java(StubParent.class))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    ProcessHandle stub = stubOf(parent);
    parent.getOutputStream().close();
    assertThat(parent.waitFor()).isZero();
    assertThat(stub.onExit().get(30, TimeUnit.SECONDS).isAlive()).isFalse();
  }

  private static ProcessHandle stubOf(Process parent) throws IOException {
    return ProcessHandle.of(Long.parseLong(parent.inputReader().readLine())).orElseThrow();
  }

  private static List<String> java(Class<?> main) {
    List<String> stub = StubCommandLine.of(StubOptions.DEFAULT);
    List<String> command = new ArrayList<>(stub.subList(0, stub.indexOf(StubMain.class.getName())));
    command.add(main.getName());
    return List.copyOf(command);
  }

  /**
   * Starts a stub, tells its process id, and exits without closing it once its standard input ends.
   */
  static final class StubParent {

    private StubParent() {}

    public static void main(String[] args) throws IOException {
      StubProcess stub = StubProcess.start(StubOptions.DEFAULT.unwarmed());
      System.out.println(stub.pid());
      System.out.flush();
      int end = System.in.read();
      System.exit(end < 0 ? 0 : 1);
    }
  }

  /** Waits for its standard input to end. */
  static final class NeverReady {

    private NeverReady() {}

    public static void main(String[] args) throws IOException {
      System.exit(System.in.read() < 0 ? 0 : 1);
    }
  }
}
