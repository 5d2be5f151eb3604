package dev.heddle.reports.html;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One operation of asyncio in code: the line of Python, the plan, and what people write on each
 * model. A resource of the program, in parts that each begin with a line {@code == NAME}.
 *
 * @param title the first line of the resource
 * @param parts code by the name of its part
 */
record AsyncioCode(String title, Map<String, String> parts) {

  private static final String PART = "== ";
  private static final String PYTHON = "python";
  private static final String PLAN = "plan";

  /** The benchmark methods whose operation asyncio has, in the order of the page. */
  static final List<String> OPERATIONS =
      List.of("gather", "outcomes", "waitFirst", "asCompleted", "group", "timeout", "bounded");

  private static final Set<String> KNOWN = Set.copyOf(OPERATIONS);

  /** The code of a benchmark method; empty if it is none of asyncio's operations. */
  static Optional<AsyncioCode> of(String method) {
    return Optional.of(method)
        .filter(KNOWN::contains)
        .map(name -> parsed(Asset.named("asyncio/" + name + ".txt").text()));
  }

  /** What people write with asyncio. */
  String python() {
    return parts.getOrDefault(PYTHON, "");
  }

  /** What they write with Heddle. */
  String plan() {
    return parts.getOrDefault(PLAN, "");
  }

  /** What they write by hand on the primitives of a model. */
  String onModel(String model) {
    return parts.getOrDefault(model, "");
  }

  private static AsyncioCode parsed(String text) {
    String[] sections = text.split("(?m)^" + PART, -1);
    Map<String, String> parts = new LinkedHashMap<>();
    for (int i = 1; i < sections.length; i++) {
      String[] nameAndCode = sections[i].split("\n", 2);
      parts.put(nameAndCode[0].strip(), nameAndCode[1].stripTrailing());
    }
    return new AsyncioCode(sections[0].strip(), parts);
  }
}
