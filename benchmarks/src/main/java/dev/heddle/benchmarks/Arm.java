package dev.heddle.benchmarks;

import dev.heddle.benchmarks.pattern.Child;
import dev.heddle.benchmarks.pattern.Form;
import dev.heddle.benchmarks.pattern.HandForm;
import dev.heddle.idiom.Idiom;
import dev.heddle.model.Model;
import dev.heddle.model.ModelOptions;
import java.util.List;

/** One contestant of a benchmark, ready to run. */
sealed interface Arm extends AutoCloseable permits ContractArm, IdiomArm {

  /**
   * Opens the contestant.
   *
   * @throws IllegalArgumentException if people have no form of the pattern and it is asked for
   */
  static Arm open(Form form, Model model, Tier tier, ModelOptions options, List<Child> children) {
    return switch (tier) {
      case CONTRACT ->
          new ContractArm(
              model.open(options), form.plan(children.stream().map(Child::plan).toList()));
      case IDIOM ->
          IdiomArm.of(
              Idiom.valueOf(model.name())
                  .open(options.transport().orElse(model.defaultTransport()), options.policy()),
              byHand(form),
              children);
    };
  }

  private static HandForm byHand(Form form) {
    if (form instanceof HandForm hand) {
      return hand;
    }
    throw new IllegalArgumentException(
        "This pattern has no idiom; the tier is IDIOM, allowed: CONTRACT");
  }

  /** Runs the pattern once to its end and returns its results. What it leaves behind is ended. */
  List<?> run() throws Exception;

  /** Runs the pattern once to its end; what it leaves behind runs on. */
  List<?> runAndLeave() throws Exception;

  /** Exchanges that have begun and not ended. */
  int exchangesInFlight();

  @Override
  void close();
}
