package dev.heddle.load.scenario;

import dev.heddle.load.LatencyText;
import dev.heddle.load.LoadPattern;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** What an arrival does, as the file says it: calls, and how they depend on one another. */
public sealed interface ScenarioNode {

  /** How many requests it sends, if nothing of it is cut short. */
  int calls();

  /** Whether it may end otherwise than with a value. */
  boolean mayFail();

  /** Whether it may leave out or cancel one of its own requests, or end before one is sent. */
  boolean mayBeCutShort();

  /** The calls in it, in the file's order, repetitions included. */
  Stream<Call> everyCall();

  /**
   * A request.
   *
   * @param latency what the server's delay is drawn from
   * @param place where the file says so
   * @param path what is asked of the server, without a seed or key
   * @param failureRate the share of requests that are answered by an error
   * @param cpu how much CPU time the answer costs
   */
  record Call(LatencyText latency, String place, String path, double failureRate, Duration cpu)
      implements ScenarioNode {

    @Override
    public int calls() {
      return 1;
    }

    @Override
    public boolean mayFail() {
      return failureRate > 0;
    }

    @Override
    public boolean mayBeCutShort() {
      return false;
    }

    @Override
    public Stream<Call> everyCall() {
      return Stream.of(this);
    }
  }

  /**
   * One after another; a failure ends it.
   *
   * @param steps at least one
   */
  record Sequence(List<ScenarioNode> steps) implements ScenarioNode {

    /** Copies the list. */
    public Sequence {
      steps = List.copyOf(steps);
    }

    @Override
    public int calls() {
      return steps.stream().mapToInt(ScenarioNode::calls).sum();
    }

    @Override
    public boolean mayFail() {
      return steps.stream().anyMatch(ScenarioNode::mayFail);
    }

    @Override
    public boolean mayBeCutShort() {
      return steps.stream().anyMatch(ScenarioNode::mayBeCutShort)
          || steps.subList(0, steps.size() - 1).stream().anyMatch(ScenarioNode::mayFail);
    }

    @Override
    public Stream<Call> everyCall() {
      return steps.stream().flatMap(ScenarioNode::everyCall);
    }
  }

  /**
   * All at once.
   *
   * @param pattern how they belong together
   * @param children at least one
   * @param bounded how many of them run at once; empty for all
   */
  record FanOut(LoadPattern pattern, List<ScenarioNode> children, OptionalInt bounded)
      implements ScenarioNode {

    /** Copies the list. */
    public FanOut {
      children = List.copyOf(children);
    }

    @Override
    public int calls() {
      return children.stream().mapToInt(ScenarioNode::calls).sum();
    }

    @Override
    public boolean mayFail() {
      return switch (pattern) {
        case GATHER, GROUP -> children.stream().anyMatch(ScenarioNode::mayFail);
        case RACE -> children.stream().allMatch(ScenarioNode::mayFail);
        case OUTCOMES, AS_COMPLETED -> false;
      };
    }

    @Override
    public boolean mayBeCutShort() {
      boolean severalChildren = children.size() > 1;
      return children.stream().anyMatch(ScenarioNode::mayBeCutShort)
          || switch (pattern) {
            case RACE -> severalChildren;
            // A gather that has failed leaves its other children to whoever started it.
            case GATHER, GROUP -> severalChildren && mayFail();
            case OUTCOMES, AS_COMPLETED -> false;
          };
    }

    @Override
    public Stream<Call> everyCall() {
      return children.stream().flatMap(ScenarioNode::everyCall);
    }
  }

  /**
   * Something under a time limit.
   *
   * @param work what is cancelled when the limit passes
   * @param limit longer than zero
   */
  record Timed(ScenarioNode work, Duration limit) implements ScenarioNode {

    @Override
    public int calls() {
      return work.calls();
    }

    @Override
    public boolean mayFail() {
      return true;
    }

    @Override
    public boolean mayBeCutShort() {
      return true;
    }

    @Override
    public Stream<Call> everyCall() {
      return work.everyCall();
    }
  }
}
