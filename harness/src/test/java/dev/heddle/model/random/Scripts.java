package dev.heddle.model.random;

import dev.heddle.model.random.Script.*;
import dev.heddle.plan.ReturnWhen;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Shrinkable;
import net.jqwik.api.ShrinkingDistance;

/**
 * Random scripts of a few levels. What they name is made to fit by {@link Linker}.
 *
 * <p>Scripts are drawn here rather than by jqwik's combinators, which took most of a run's time for
 * a grammar that is nested like this one, and which cannot make a tree smaller by taking a part for
 * the whole.
 */
final class Scripts {

  private static final int DEPTH = 4;
  private static final double MOST_STATES = 2_000;

  private Scripts() {}

  /**
   * Scripts that always end, and are small enough to be explored; they shrink by {@link Smaller}.
   */
  static Arbitrary<Trial> trials() {
    return Arbitraries.fromGenerator(random -> new ShrinkableTrial(trial(random)));
  }

  static Trial trial(Random random) {
    while (true) {
      Script script = tree(DEPTH).draw(random);
      if (Parts.states(script) > MOST_STATES) {
        continue;
      }
      Trial trial = Trial.of(Linker.link(script));
      if (trial.allowed().mayHang()) {
        trial = Trial.of(Linker.link(new Within(script, Limit.SHORT)));
      }
      if (trial.isUsable()) {
        return trial;
      }
    }
  }

  private record ShrinkableTrial(Trial value) implements Shrinkable<Trial> {

    @Override
    public Stream<Shrinkable<Trial>> shrink() {
      return Smaller.than(value.script())
          .filter(Linker::isClosed)
          .map(Trial::of)
          .filter(Trial::isUsable)
          .map(ShrinkableTrial::new);
    }

    @Override
    public ShrinkingDistance distance() {
      return ShrinkingDistance.of(Parts.weight(value.script()));
    }
  }

  /** Draws something at random. */
  private interface Source<T> {

    T draw(Random random);

    default <U> Source<U> map(Function<? super T, ? extends U> change) {
      return random -> change.apply(draw(random));
    }
  }

  private record Weighted(int weight, Source<? extends Script> source) {}

  private static Weighted of(int weight, Source<? extends Script> source) {
    return new Weighted(weight, source);
  }

  private static Source<Script> oneOf(Weighted... ways) {
    int total = Arrays.stream(ways).mapToInt(Weighted::weight).sum();
    return random -> {
      int left = random.nextInt(total);
      for (Weighted way : ways) {
        left -= way.weight();
        if (left < 0) {
          return way.source().draw(random);
        }
      }
      throw new IllegalStateException("No way was chosen");
    };
  }

  private static final Source<Script> LEAF =
      oneOf(
          of(2, random -> new NoOp()),
          of(4, number(1, 3).map(Value::new)),
          of(3, number(1, 3).map(Fail::new)),
          of(2, number(1, 3).map(Call::new)),
          of(2, number(1, 3).map(Throw::new)),
          of(1, random -> new RaiseCancellation()),
          of(2, random -> new SleepZero()),
          of(1, random -> new SleepHours()),
          of(2, random -> new Forever()),
          of(3, number(0, 1).map(Pass::new)),
          of(2, number(0, 1).map(Open::new)),
          of(1, number(0, 1).map(AwaitArrival::new)),
          of(1, random -> new CancelSelf()),
          of(4, number(0, 2).map(Await::new)),
          of(3, number(0, 2).map(Cancel::new)),
          of(2, Scripts::wait));

  private static Wait wait(Random random) {
    return new Wait(
        list(number(0, 2), 1, 3).draw(random),
        constant(ReturnWhen.values()).draw(random),
        limit().draw(random));
  }

  private static Source<Script> tree(int depth) {
    if (depth == 0) {
      return LEAF;
    }
    Source<Script> part = random -> tree(depth - 1).draw(random);
    Source<List<Script>> some = list(part, 1, 3);
    Source<List<Script>> any = list(part, 0, 3);
    Source<Permit> permit = constant(Permit.values());
    return oneOf(
        of(2, LEAF),
        of(4, two(part, part, Then::new)),
        of(2, two(part, part, Recover::new)),
        of(2, two(part, part, OnCancel::new)),
        of(5, two(part, part, (body, rest) -> new Start(0, body, rest))),
        of(2, random -> cancelledAtAGate(part, random)),
        of(2, random -> startedAndWaitedFor(part, random)),
        of(3, any.map(Gather::new)),
        of(2, any.map(Outcomes::new)),
        of(3, any.map(Group::new)),
        of(3, some.map(Race::new)),
        of(3, random -> asCompleted(any, random)),
        of(4, part.map(body -> new OpenGroup(0, body))),
        of(4, two(part, part, (child, rest) -> new Add(0, 0, child, rest))),
        of(1, two(part, limit(), Within::new)),
        of(1, two(part, limit(), Timeout::new)),
        of(1, part.map(work -> new Within(new Then(work, new Forever()), Limit.SHORT))),
        of(1, part.map(work -> new Timeout(new Then(work, new Forever()), Limit.SHORT))),
        of(3, two(permit, part, (permits, body) -> new Bounded(permits, 0, body))),
        of(2, part.map(inner -> new Shield(0, inner))));
  }

  /** A task that is cancelled when it has come to a certain point, and then awaited. */
  private static Script cancelledAtAGate(Source<Script> part, Random random) {
    Script gate = new Pass(2);
    Script one = part.draw(random);
    Script body =
        switch (random.nextInt(3)) {
          case 0 -> new OnCancel(gate, one);
          case 1 -> new Gather(List.of(gate, one));
          default -> new Then(one, new Recover(gate, part.draw(random)));
        };
    Script awaited = new Outcomes(List.of(new Await(0)));
    return new Start(0, body, new Then(new AwaitArrival(2), new Then(new Cancel(0), awaited)));
  }

  /** Two tasks, a wait for them, and what became of one of them in the end. */
  private static Script startedAndWaitedFor(Source<Script> part, Random random) {
    Script after = new Outcomes(List.of(wait(random), new Await(random.nextInt(2))));
    Script second = new Start(0, part.draw(random), new Then(wait(random), after));
    return new Start(0, part.draw(random), second);
  }

  private static Script asCompleted(Source<List<Script>> children, Random random) {
    return new AsCompleted(
        0, children.draw(random), number(1, 4).draw(random), limit().draw(random));
  }

  private interface Two<A, B> {
    Script of(A first, B second);
  }

  private static <A, B> Source<Script> two(Source<A> first, Source<B> second, Two<A, B> whole) {
    return random -> whole.of(first.draw(random), second.draw(random));
  }

  private static <T> Source<List<T>> list(Source<T> element, int least, int most) {
    return random -> {
      List<T> elements = new ArrayList<>();
      for (int left = number(least, most).draw(random); left > 0; left--) {
        elements.add(element.draw(random));
      }
      return List.copyOf(elements);
    };
  }

  private static Source<Limit> limit() {
    return constant(Limit.values());
  }

  private static <T> Source<T> constant(T[] values) {
    return random -> values[random.nextInt(values.length)];
  }

  private static Source<Integer> number(int least, int most) {
    return random -> least + random.nextInt(most - least + 1);
  }
}
