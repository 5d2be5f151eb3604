package dev.heddle.model.random;

import dev.heddle.model.random.Script.*;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** The scripts that are a little smaller than a given one: how a failing script shrinks. */
final class Smaller {

  private Smaller() {}

  /** Greatest steps first: a part instead of the whole, then less of it, then smaller parts. */
  static Stream<Script> than(Script script) {
    return switch (script) {
      case NoOp noOp -> Stream.of();
      case Value value -> Stream.of(new NoOp());
      case Then(Script first, Script next) ->
          concat(Stream.of(first, next), pair(first, next, Then::new));
      case Recover(Script attempt, Script handler) ->
          concat(Stream.of(attempt, handler), pair(attempt, handler, Recover::new));
      case OnCancel(Script attempt, Script handler) ->
          concat(Stream.of(attempt, handler), pair(attempt, handler, OnCancel::new));
      case Start(int task, Script body, Script rest) ->
          concat(Stream.of(body, rest), pair(body, rest, (b, r) -> new Start(task, b, r)));
      case Add(int group, int task, Script child, Script rest) ->
          concat(
              Stream.of(child, rest, new Start(task, child, rest)),
              pair(child, rest, (c, r) -> new Add(group, task, c, r)));
      case Wait(List<Integer> tasks, var until, Limit limit) when tasks.size() > 1 ->
          without(tasks).map(fewer -> new Wait(fewer, until, limit));
      case Gather(List<Script> children) -> children(children, Gather::new);
      case Outcomes(List<Script> children) -> children(children, Outcomes::new);
      case Group(List<Script> children) -> children(children, Group::new);
      case Race(List<Script> children) ->
          children(children, Race::new).filter(smaller -> !smaller.equals(new Race(List.of())));
      case AsCompleted(int first, List<Script> children, int take, Limit limit) ->
          children(children, fewer -> new AsCompleted(first, fewer, take, limit));
      case OpenGroup(int group, Script body) ->
          around(body, smaller -> new OpenGroup(group, smaller));
      case Within(Script work, Limit limit) -> around(work, smaller -> new Within(smaller, limit));
      case Timeout(Script block, Limit limit) ->
          around(block, smaller -> new Timeout(smaller, limit));
      case Bounded(Permit permits, int ticket, Script body) ->
          around(body, smaller -> new Bounded(permits, ticket, smaller));
      case Shield(int task, Script inner) -> around(inner, smaller -> new Shield(task, smaller));
      default -> Stream.of(new NoOp(), new Value(1));
    };
  }

  private interface Pair {
    Script of(Script first, Script second);
  }

  private static Stream<Script> pair(Script first, Script second, Pair whole) {
    return Stream.concat(
        than(first).map(smaller -> whole.of(smaller, second)),
        than(second).map(smaller -> whole.of(first, smaller)));
  }

  private static Stream<Script> around(Script body, Function<Script, Script> whole) {
    return Stream.concat(Stream.of(body), than(body).map(whole));
  }

  private static Stream<Script> children(
      List<Script> children, Function<List<Script>, Script> whole) {
    Stream<Script> smallerChildren =
        Stream.iterate(0, i -> i < children.size(), i -> i + 1)
            .flatMap(
                i ->
                    than(children.get(i))
                        .map(
                            smaller -> {
                              List<Script> changed = new ArrayList<>(children);
                              changed.set(i, smaller);
                              return whole.apply(List.copyOf(changed));
                            }));
    return concat(children.stream(), Stream.concat(without(children).map(whole), smallerChildren));
  }

  private static <T> Stream<List<T>> without(List<T> all) {
    return Stream.iterate(0, i -> i < all.size(), i -> i + 1)
        .map(
            i -> {
              List<T> fewer = new ArrayList<>(all);
              fewer.remove((int) i);
              return List.copyOf(fewer);
            });
  }

  private static Stream<Script> concat(Stream<? extends Script> one, Stream<Script> other) {
    return Stream.concat(one, other);
  }
}
