package dev.heddle.load;

import dev.heddle.plan.AsCompleted;
import dev.heddle.plan.Completions;
import dev.heddle.plan.Gather;
import dev.heddle.plan.Group;
import dev.heddle.plan.Outcomes;
import dev.heddle.plan.Plan;
import dev.heddle.plan.Race;
import dev.heddle.plan.Value;
import dev.heddle.task.Outcome;
import dev.heddle.task.Task;
import java.util.List;
import java.util.Optional;

/** What one arrival does with its children. */
public enum LoadPattern {
  /** All results in order; the first failure is raised. */
  GATHER {
    @Override
    public <T> Plan<?> over(List<? extends Plan<T>> children) {
      return new Gather<T>(children);
    }
  },

  /** How each child ended, in order. */
  OUTCOMES {
    @Override
    public <T> Plan<?> over(List<? extends Plan<T>> children) {
      return new Outcomes<T>(children);
    }
  },

  /** All or none. */
  GROUP {
    @Override
    public <T> Plan<?> over(List<? extends Plan<T>> children) {
      return new Group<T>(children);
    }
  },

  /** Each result as it comes, to the last. */
  AS_COMPLETED {
    @Override
    public <T> Plan<?> over(List<? extends Plan<T>> children) {
      return new AsCompleted<T>(children).then(LoadPattern::consume);
    }
  },

  /** The first result; the other children are cancelled. */
  RACE {
    @Override
    public <T> Plan<?> over(List<? extends Plan<T>> children) {
      return new Race<T>(children);
    }
  };

  /** A plan of this pattern over children. */
  public abstract <T> Plan<?> over(List<? extends Plan<T>> children);

  /** Whether it cancels children of its own accord, so that requests may never be sent. */
  public boolean cutsShort() {
    return this == RACE;
  }

  private static <T> Plan<Optional<Task<T>>> consume(Completions<T> completions) {
    return completions
        .next()
        .then(next -> next.isPresent() ? consumeAfter(next.get(), completions) : new Value<>(next));
  }

  /** A failure is a result like any other, once it has been looked at. */
  private static <T> Plan<Optional<Task<T>>> consumeAfter(Task<T> done, Completions<T> others) {
    Outcome<T> _ = done.outcome();
    return consume(others);
  }
}
