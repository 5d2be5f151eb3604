package dev.heddle.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.heddle.model.ExecutionModel;
import dev.heddle.model.Model;
import dev.heddle.plan.Fetch;
import dev.heddle.plan.Gather;
import dev.heddle.plan.Plan;
import dev.heddle.plan.Request;
import dev.heddle.plan.Response;
import dev.heddle.stub.StubOptions;
import dev.heddle.stub.StubProcess;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Gathers real exchanges once on each model and checks every response. Measures nothing. */
@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    versionProvider = HeddleVersion.class,
    description =
        "Gathers GET /get?n=0, 1, 2 … on each model and checks that every response has status 200"
            + " and stands at its place. Measures nothing.",
    exitCodeOnInvalidInput = ExitCode.USAGE,
    exitCodeOnExecutionException = ExitCode.IMPOSSIBLE)
final class CheckCommand implements Callable<Integer> {

  private static final ObjectMapper JSON = new ObjectMapper();

  @Spec private CommandSpec spec;

  @Option(
      names = "--model",
      split = ",",
      paramLabel = "MODEL",
      description = "Models to check; all of them by default.")
  private List<Model> models = List.of(Model.values());

  @Option(
      names = "--transport",
      defaultValue = "default",
      paramLabel = "TRANSPORT",
      description = "How exchanges are carried; each model's own by default.")
  private TransportChoice transport = TransportChoice.DEFAULT;

  @Option(
      names = "--fan-out",
      split = ",",
      defaultValue = "5,1000",
      converter = FanOut.class,
      paramLabel = "N",
      description = "How many exchanges a gather has. Default: ${DEFAULT-VALUE}")
  private List<Integer> fanOuts = List.of();

  @Override
  public Integer call() throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    boolean allRight = true;
    try (StubProcess stub = StubProcess.start(StubOptions.DEFAULT.unwarmed())) {
      for (Model model : models) {
        for (int fanOut : fanOuts) {
          String finding = check(model, fanOut, stub.address());
          allRight &= finding.isEmpty();
          out.printf(
              "%-20s gather of %5d GET /get: %s%n",
              ConstantNames.of(model),
              fanOut,
              finding.isEmpty() ? "all 200, in argument order" : finding);
          out.flush();
        }
      }
    }
    return allRight ? ExitCode.DONE : ExitCode.FAILED;
  }

  /** What is wrong; empty if nothing is. */
  private String check(Model kind, int fanOut, URI stub) {
    List<Plan<Response>> exchanges = new ArrayList<>(fanOut);
    for (int i = 0; i < fanOut; i++) {
      exchanges.add(new Fetch(Request.get(stub.resolve("/get?n=" + i))));
    }
    try (ExecutionModel model = kind.open(transport.options())) {
      return findings(model.run(new Gather<>(exchanges)), fanOut);
    } catch (Exception e) {
      return "failed: " + e.getMessage();
    }
  }

  private static String findings(List<Response> responses, int expected) throws IOException {
    if (responses.size() != expected) {
      return "%d responses instead of %d".formatted(responses.size(), expected);
    }
    for (int i = 0; i < expected; i++) {
      Response response = responses.get(i);
      JsonNode place = JSON.readTree(response.text()).at("/args/n");
      if (response.status() != 200 || !place.asText().equals(Integer.toString(i))) {
        return "response %d has status %d and answers request %s"
            .formatted(i, response.status(), place);
      }
    }
    return "";
  }
}
