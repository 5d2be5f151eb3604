package dev.heddle.model.random;

import dev.heddle.model.random.Script.*;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes any script one that can be run: every task, group and place in a queue gets a number of its
 * own, and whatever names a task or group is pointed to one that is in sight, the nearest being 0.
 * What finds nothing in sight is left out.
 */
final class Linker {

  /** The tasks and groups in sight, the nearest first. */
  private record Scope(List<Integer> tasks, List<Integer> groups) {

    Scope withTask(int task) {
      return new Scope(prepend(task, tasks), groups);
    }

    Scope withGroup(int group) {
      return new Scope(tasks, prepend(group, groups));
    }

    private static List<Integer> prepend(int number, List<Integer> rest) {
      List<Integer> all = new ArrayList<>(rest);
      all.addFirst(number);
      return List.copyOf(all);
    }
  }

  private int numbers;

  private Linker() {}

  static Script link(Script script) {
    return new Linker().link(script, new Scope(List.of(), List.of()));
  }

  private Script link(Script script, Scope scope) {
    return switch (script) {
      case Then(Script first, Script next) -> new Then(link(first, scope), link(next, scope));
      case Recover(Script attempt, Script handler) ->
          new Recover(link(attempt, scope), link(handler, scope));
      case OnCancel(Script attempt, Script handler) ->
          new OnCancel(link(attempt, scope), link(handler, scope));
      case Start(int unused, Script body, Script rest) -> {
        int task = ++numbers;
        yield new Start(task, link(body, scope), link(rest, scope.withTask(task)));
      }
      case Await(int task) -> scope.tasks().isEmpty() ? new NoOp() : new Await(near(task, scope));
      case Cancel(int task) -> scope.tasks().isEmpty() ? new NoOp() : new Cancel(near(task, scope));
      case Wait wait -> wait(wait, scope);
      case Gather(List<Script> children) -> new Gather(linkAll(children, scope));
      case Outcomes(List<Script> children) -> new Outcomes(linkAll(children, scope));
      case Group(List<Script> children) -> new Group(linkAll(children, scope));
      case Race(List<Script> children) -> new Race(linkAll(children, scope));
      case AsCompleted(int unused, List<Script> children, int take, Limit limit) -> {
        int first = numbers + 1;
        numbers += children.size();
        yield new AsCompleted(first, linkAll(children, scope), take, limit);
      }
      case OpenGroup(int unused, Script body) -> {
        int group = ++numbers;
        yield new OpenGroup(group, link(body, scope.withGroup(group)));
      }
      case Add add -> add(add, scope);
      case Within(Script work, Limit limit) -> new Within(link(work, scope), limit);
      case Timeout(Script block, Limit limit) -> new Timeout(link(block, scope), limit);
      case Bounded(Permit permits, int unused, Script body) ->
          new Bounded(permits, ++numbers, link(body, scope));
      case Shield(int unused, Script inner) -> new Shield(++numbers, link(inner, scope));
      default -> script;
    };
  }

  private List<Script> linkAll(List<Script> scripts, Scope scope) {
    return scripts.stream().map(script -> link(script, scope)).toList();
  }

  private Script wait(Wait wait, Scope scope) {
    if (scope.tasks().isEmpty()) {
      return new NoOp();
    }
    List<Integer> tasks = wait.tasks().stream().map(task -> near(task, scope)).distinct().toList();
    return new Wait(tasks, wait.until(), wait.limit());
  }

  private Script add(Add add, Scope scope) {
    int task = ++numbers;
    Script child = link(add.child(), scope);
    Script rest = link(add.rest(), scope.withTask(task));
    return scope.groups().isEmpty()
        ? new Start(task, child, rest)
        : new Add(scope.groups().get(add.group() % scope.groups().size()), task, child, rest);
  }

  private static int near(int task, Scope scope) {
    return scope.tasks().get(task % scope.tasks().size());
  }

  /** Whether everything that a script names is in sight, as it is after {@link #link}. */
  static boolean isClosed(Script script) {
    return isClosed(script, new Scope(List.of(), List.of()));
  }

  private static boolean isClosed(Script script, Scope scope) {
    return switch (script) {
      case Start(int task, Script body, Script rest) ->
          isClosed(body, scope) && isClosed(rest, scope.withTask(task));
      case Await(int task) -> scope.tasks().contains(task);
      case Cancel(int task) -> scope.tasks().contains(task);
      case Wait wait -> scope.tasks().containsAll(wait.tasks());
      case OpenGroup(int group, Script body) -> isClosed(body, scope.withGroup(group));
      case Add(int group, int task, Script child, Script rest) ->
          scope.groups().contains(group)
              && isClosed(child, scope)
              && isClosed(rest, scope.withTask(task));
      default -> Parts.of(script).stream().allMatch(part -> isClosed(part, scope));
    };
  }
}
