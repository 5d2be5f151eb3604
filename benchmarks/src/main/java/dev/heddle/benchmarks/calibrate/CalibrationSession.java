package dev.heddle.benchmarks.calibrate;

import dev.heddle.benchmarks.run.ForkRunner;
import dev.heddle.measure.MachineIdentity;
import dev.heddle.stub.StubOptions;
import dev.heddle.stub.StubProcess;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One calibration, from the servers' start to what is known in the end.
 *
 * @param choice how often and for how long
 * @param version of Heddle
 * @param noise the forks to be run in pairs
 * @param runner runs them
 * @param scratch a folder for what programs write
 * @param log told of each reading as it comes
 */
public record CalibrationSession(
    CalibrationChoice choice,
    String version,
    List<NoiseForks> noise,
    ForkRunner runner,
    Path scratch,
    PrintWriter log) {

  /** Copies the list. */
  public CalibrationSession {
    noise = List.copyOf(noise);
  }

  /**
   * Reads everything.
   *
   * @throws IOException if something does not start or fails
   * @throws InterruptedException if the calling thread is interrupted; nothing is left running
   */
  public Calibration run() throws IOException, InterruptedException {
    String made = Instant.now(Clock.systemUTC()).truncatedTo(ChronoUnit.SECONDS).toString();
    List<String> missing = new ArrayList<>();
    List<Calibration.CeilingReading> ceilings = ceilings(missing);
    List<PacingLag> lags = PacingLag.ofEach();
    Quiet quiet = new Quiet();
    for (int round = 1; round <= choice.rounds(); round++) {
      quiet.read(choice.time());
      for (PacingLag lag : lags) {
        lag.read(choice.time());
      }
      for (NoiseForks forks : noise) {
        forks.readPair(round, runner);
      }
      say("Pacing, hiccups and noise: round %d of %d".formatted(round, choice.rounds()));
    }
    return new Calibration(
        Calibration.FORMAT,
        made,
        version,
        MachineIdentity.now().facts(),
        ceilings,
        missing,
        lags.stream().map(PacingLag::reading).toList(),
        quiet.reading(),
        noise.stream().map(NoiseForks::reading).toList());
  }

  /** The servers are gone before anything is read that they could disturb. */
  private List<Calibration.CeilingReading> ceilings(List<String> missing)
      throws IOException, InterruptedException {
    try (StubProcess stub = StubProcess.start(StubOptions.DEFAULT);
        OtherServer nginx = OtherServer.start(scratch, missing);
        CeilingRounds rounds =
            new CeilingRounds(ceilings(stub.address().resolve("/get"), nginx, missing))) {
      rounds.warm(choice.time());
      for (int round = 1; round <= choice.rounds(); round++) {
        rounds.read(choice.time());
        say("Ceilings: round %d of %d".formatted(round, choice.rounds()));
        rounds.readings().forEach(ceiling -> say("  " + CalibrationText.latest(ceiling)));
      }
      return rounds.readings();
    }
  }

  private List<Ceiling> ceilings(URI stub, OtherServer nginx, List<String> missing) {
    List<Ceiling> ceilings = new ArrayList<>();
    ceilings.add(new DriverCeiling("stub", stub));
    nginx.address().ifPresent(address -> ceilings.add(new DriverCeiling("nginx", address)));
    Optional<OutsideClient> client = OutsideClient.installed();
    client.ifPresentOrElse(
        outside -> ceilings.add(new OutsideCeiling(outside, stub, scratch)),
        () ->
            missing.add(
                "no other client before the stub: neither wrk nor h2load is installed (Debian: wrk,"
                    + " nghttp2-client)"));
    return ceilings;
  }

  private void say(String line) {
    log.println(line);
    log.flush();
  }
}
