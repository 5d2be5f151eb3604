package dev.heddle.model.random;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.GenerationMode;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tag;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/**
 * Random plans of up to four levels and all patterns end on every model in a way that the contract
 * allows, and leave nothing behind.
 *
 * <p>A failure prints the smallest script that fails, what each wrong model made of it, and what
 * was allowed. To replay it, put the printed line into a test and import {@code Script.*}.
 */
class RandomPlanTest {

  private static Differential models = new Differential();

  @BeforeContainer
  static void openModels() {
    models = new Differential();
  }

  @AfterContainer
  static void closeModels() {
    models.close();
  }

  /** The same plans in every build, so that a build that was green stays green. */
  @Property(
      tries = 2000,
      seed = "20261125",
      generation = GenerationMode.RANDOMIZED,
      edgeCases = EdgeCasesMode.NONE,
      shrinking = ShrinkingMode.BOUNDED)
  void everyModelEndsARandomPlanAsTheContractAllows(@ForAll("trials") Trial trial)
      throws InterruptedException {
    models.check(trial.script(), trial.allowed());
  }

  /** Other plans each time: with {@code -Pstress}. */
  @Tag("stress")
  @Property(
      tries = 20_000,
      generation = GenerationMode.RANDOMIZED,
      edgeCases = EdgeCasesMode.NONE,
      shrinking = ShrinkingMode.BOUNDED)
  void everyModelEndsNewRandomPlansAsTheContractAllows(@ForAll("trials") Trial trial)
      throws InterruptedException {
    models.check(trial.script(), trial.allowed());
  }

  @Provide
  Arbitrary<Trial> trials() {
    return Scripts.trials();
  }
}
