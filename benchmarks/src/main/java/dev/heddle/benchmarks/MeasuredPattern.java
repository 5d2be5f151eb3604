package dev.heddle.benchmarks;

import dev.heddle.benchmarks.pattern.AsCompletedForm;
import dev.heddle.benchmarks.pattern.BoundedForm;
import dev.heddle.benchmarks.pattern.CreateAwaitForm;
import dev.heddle.benchmarks.pattern.CreateCancelForm;
import dev.heddle.benchmarks.pattern.FailureForm;
import dev.heddle.benchmarks.pattern.Form;
import dev.heddle.benchmarks.pattern.GatherForm;
import dev.heddle.benchmarks.pattern.GroupForm;
import dev.heddle.benchmarks.pattern.HandForm;
import dev.heddle.benchmarks.pattern.NestedForm;
import dev.heddle.benchmarks.pattern.OutcomesForm;
import dev.heddle.benchmarks.pattern.RaceForm;
import dev.heddle.benchmarks.pattern.ShieldForm;
import dev.heddle.benchmarks.pattern.TimeoutForm;
import dev.heddle.benchmarks.pattern.WaitFirstForm;
import dev.heddle.benchmarks.pattern.Work;
import dev.heddle.model.Model;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;

/** What is measured of the models: one pattern, one benchmark. */
@SuppressWarnings("ImmutableEnumChecker") // Forms are immutable; their interface cannot say so.
enum MeasuredPattern {
  /** All results in order, whatever happens to one child. */
  GATHER(GatherBenchmark.class, new GatherForm()),
  /** All or none. */
  GROUP(GroupBenchmark.class, new GroupForm()),
  /** How each child ended, in order. */
  OUTCOMES(OutcomesBenchmark.class, new OutcomesForm()),
  /** Each result as it comes, to the last. */
  AS_COMPLETED(AsCompletedBenchmark.class, new AsCompletedForm()),
  /** Gather with at most {@link #LIMIT} children running at once. */
  BOUNDED(BoundedBenchmark.class, new BoundedForm(MeasuredPattern.LIMIT)),
  /** A task for each child, awaited one after the other. */
  CREATE_AWAIT(CreateAwaitBenchmark.class, new CreateAwaitForm()),
  /** A task for each child, all cancelled at once, and all waited for. */
  CREATE_CANCEL(CreateCancelBenchmark.class, new CreateCancelForm()),
  /** The first child that ends. */
  WAIT_FIRST(WaitFirstBenchmark.class, new WaitFirstForm()),
  /** The first value; the others are cancelled. */
  RACE(RaceBenchmark.class, new RaceForm()),
  /** One child after the other, each under a limit that it keeps. */
  TIMEOUT(TimeoutBenchmark.class, new TimeoutForm(Duration.ofSeconds(30))),
  /** A gather of groups of {@link #GROUP_SIZE}. */
  NESTED(NestedBenchmark.class, new NestedForm(MeasuredPattern.GROUP_SIZE)),
  /** Gather of children that would outlive its cancellation. */
  SHIELD(ShieldBenchmark.class, new ShieldForm()),
  /** A group of which one child fails: the others are cancelled. */
  GROUP_FAILURE(GroupFailureBenchmark.class, new FailureForm(new GroupForm())),
  /** A gather of which one child fails: the others run on. */
  GATHER_FAILURE(GatherFailureBenchmark.class, new FailureForm(new GatherForm()));

  /** How many children of {@link #BOUNDED} run at once, on every model. */
  static final int LIMIT = 10;

  /** How many children of {@link #NESTED} make a group. */
  static final int GROUP_SIZE = 10;

  private static final Pattern UNDERSCORE = Pattern.compile("_(.)");

  private final Class<?> benchmark;
  private final Form form;

  MeasuredPattern(Class<?> benchmark, Form form) {
    this.benchmark = benchmark;
    this.form = form;
  }

  /** The full name of its benchmark, as JMH has it. */
  String benchmark() {
    return benchmark.getName() + "." + method();
  }

  /** A name in capitals as Java writes a method's. */
  private String method() {
    return UNDERSCORE
        .matcher(name().toLowerCase(Locale.ROOT))
        .replaceAll(letter -> letter.group(1).toUpperCase(Locale.ROOT));
  }

  /** How it is run. */
  Form form() {
    return form;
  }

  /** Whether one of its children fails. */
  boolean fails() {
    return form instanceof FailureForm;
  }

  /** Whether there is something to be measured: not every pattern has an idiom everywhere. */
  boolean isMeasuredAs(Tier tier, Model model) {
    return tier == Tier.CONTRACT || (form instanceof HandForm hand && hand.isWrittenWith(model));
  }

  /** Whether there is something to be measured: what is cancelled has to last that long. */
  boolean isMeasuredOver(Work work) {
    return switch (form.pace()) {
      case EVEN, FIRST_IS_QUICK -> true;
      case ENDLESS -> work.canLast();
      case ONE_IS_QUICK -> work == Work.FETCH;
    };
  }

  /**
   * The pattern of that benchmark.
   *
   * @throws IllegalArgumentException if there is none
   */
  static MeasuredPattern ofBenchmark(String name) {
    return Arrays.stream(values())
        .filter(pattern -> pattern.benchmark().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("No pattern has benchmark " + name));
  }
}
