package dev.heddle.benchmarks;

import dev.heddle.benchmarks.calibrate.Calibration;
import dev.heddle.benchmarks.calibrate.CalibrationCache;
import dev.heddle.benchmarks.calibrate.CalibrationChoice;
import dev.heddle.benchmarks.calibrate.CalibrationSession;
import dev.heddle.benchmarks.calibrate.CalibrationText;
import dev.heddle.benchmarks.calibrate.NoiseForks;
import dev.heddle.benchmarks.calibrate.NoiseTiming;
import dev.heddle.benchmarks.calibrate.Scratch;
import dev.heddle.benchmarks.pattern.Work;
import dev.heddle.benchmarks.run.Cell;
import dev.heddle.benchmarks.run.JmhForkRunner;
import dev.heddle.benchmarks.run.RunFolder;
import dev.heddle.benchmarks.run.StopOnSignal;
import dev.heddle.benchmarks.run.TimeText;
import dev.heddle.measure.MachineIdentity;
import dev.heddle.model.Model;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Reads what this machine can do at most and how steady it is. */
@Command(
    name = "calibrate",
    mixinStandardHelpOptions = true,
    versionProvider = HeddleVersion.class,
    sortOptions = false,
    description =
        "Reads what this machine can do at most (driver to stub, driver to nginx, wrk or h2load to"
            + " stub), how late the driver is, and how far the same code may seem apart. Keeps it"
            + " for this machine; later runs put it beside their results.",
    exitCodeOnInvalidInput = ExitCode.USAGE,
    exitCodeOnExecutionException = ExitCode.IMPOSSIBLE,
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {
      "0:everything was read and kept",
      "2:something did not start or failed; what was kept before is left as it was",
      "64:wrong command line",
      "130, 143:stopped by SIGINT or SIGTERM; nothing is kept"
    })
final class CalibrateCommand implements Callable<Integer> {

  @Spec private CommandSpec command;

  @Option(
      names = "--rounds",
      defaultValue = "5",
      paramLabel = "N",
      description = "How often each is read, in turns; default ${DEFAULT-VALUE}.")
  private int rounds;

  @Option(
      names = "--time",
      defaultValue = "2s",
      paramLabel = "TIME",
      converter = Seconds.Converter.class,
      description = "How long a reading takes; default ${DEFAULT-VALUE}.")
  private Seconds time = new Seconds(2);

  @Override
  public Integer call() {
    CalibrationChoice choice = choice();
    PrintWriter log = command.commandLine().getErr();
    log.printf("About %s; let nothing else run meanwhile%n", TimeText.of(choice.expected()));
    log.flush();
    try (StopOnSignal signal = new StopOnSignal();
        Scratch scratch = Scratch.create()) {
      Calibration calibration = calibrate(choice, signal, scratch, log);
      Path kept = CalibrationCache.ofUser().file(MachineIdentity.now());
      RunFolder.write(kept, calibration.toBytes());
      PrintWriter out = command.commandLine().getOut();
      CalibrationText.lines(calibration).forEach(out::println);
      out.printf("Kept in %s; later runs put it beside their results%n", kept);
      out.flush();
      return ExitCode.DONE;
    } catch (IOException e) {
      log.println(e.getMessage());
      return ExitCode.IMPOSSIBLE;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      log.println("Stopped; nothing is kept");
      return ExitCode.IMPOSSIBLE;
    }
  }

  private CalibrationChoice choice() {
    try {
      return new CalibrationChoice(rounds, Duration.ofNanos(Math.round(time.amount() * 1e9)));
    } catch (IllegalArgumentException e) {
      throw new ParameterException(command.commandLine(), e.getMessage(), e);
    }
  }

  private Calibration calibrate(
      CalibrationChoice choice, StopOnSignal signal, Scratch scratch, PrintWriter log)
      throws IOException, InterruptedException {
    JmhForkRunner runner =
        new JmhForkRunner(NoiseTiming.of(choice.time()), List.of(), List.of(), fork -> List.of());
    Thread session = Thread.currentThread();
    signal.stops(
        () -> {
          runner.stop();
          session.interrupt();
        });
    return new CalibrationSession(
            choice, HeddleVersion.current(), noise(), runner, scratch.folder(), log)
        .run();
  }

  private static List<NoiseForks> noise() {
    String ruler = RulerBenchmark.class.getName();
    return List.of(
        new NoiseForks("CPU on one thread", new Cell(ruler + ".cpu", Map.of())),
        new NoiseForks("hand-off between two threads", new Cell(ruler + ".handOff", Map.of())),
        new NoiseForks("gather on virtual threads", gather()));
  }

  private static Cell gather() {
    return new Cell(
        MeasuredPattern.GATHER.benchmark(),
        Map.of(
            "model", Model.VIRTUAL_THREADS.name(),
            "tier", Tier.CONTRACT.name(),
            "transport", TransportChoice.DEFAULT.name(),
            "work", Work.NO_OP.name(),
            "fanOut", "100"));
  }
}
