package dev.heddle.benchmarks.pattern;

import dev.heddle.plan.Gather;
import dev.heddle.plan.Group;
import dev.heddle.plan.Plan;
import dev.heddle.plan.Value;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A gather of groups.
 *
 * @param size children of a group, the last of which may have fewer
 */
public record NestedForm(int size) implements Form {

  @Override
  public Plan<List<Object>> plan(List<Plan<Object>> children) {
    List<Group<Object>> groups =
        IntStream.iterate(0, from -> from < children.size(), from -> from + size)
            .mapToObj(from -> children.subList(from, Math.min(from + size, children.size())))
            .map(part -> new Group<Object>(part))
            .toList();
    return new Gather<List<Object>>(groups)
        .then(parts -> new Value<>(parts.stream().flatMap(List::stream).toList()));
  }
}
