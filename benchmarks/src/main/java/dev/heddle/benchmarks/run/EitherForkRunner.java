package dev.heddle.benchmarks.run;

/**
 * Runs forks of models by one runner, and those of a reference by another.
 *
 * @param models runs forks of models
 * @param reference runs the others
 */
public record EitherForkRunner(ForkRunner models, ForkRunner reference) implements ForkRunner {

  @Override
  public ForkOutcome run(Fork fork) {
    return (fork.cell().isReference() ? reference : models).run(fork);
  }

  @Override
  public void stop() {
    models.stop();
    reference.stop();
  }
}
