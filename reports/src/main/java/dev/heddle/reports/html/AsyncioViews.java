package dev.heddle.reports.html;

import dev.heddle.reports.chart.ArmStyles;
import dev.heddle.reports.html.AsyncioView.Idiom;
import dev.heddle.reports.html.AsyncioView.Operation;
import dev.heddle.reports.html.CapabilityView.ModelName;
import dev.heddle.reports.stats.Comparison;
import dev.heddle.reports.stats.Names;
import dev.heddle.reports.stats.Reference;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Sets each operation of asyncio beside its forms on the JVM, in code and in time. */
final class AsyncioViews {

  private static final String ASYNCIO = "asyncio";

  /** Transports that are whole client libraries, as those of asyncio are. */
  private static final Set<String> CLIENT_LIBRARIES = Set.of("JDK", "APACHE");

  private final List<Comparison> comparisons;
  private final String id;
  private final ArmStyles styles;

  private AsyncioViews(List<Comparison> comparisons, String id, ArmStyles styles) {
    this.comparisons = comparisons;
    this.id = id;
    this.styles = styles;
  }

  /** The section; empty where no operation was measured on both sides. */
  static Optional<AsyncioView> of(List<Comparison> all, String id, ArmStyles styles) {
    List<Comparison> both =
        all.stream()
            .map(AsyncioViews::withAsyncioOnly)
            .filter(AsyncioViews::isOnBothSides)
            .sorted(Comparator.comparingInt(AsyncioViews::likeness))
            .toList();
    AsyncioViews views = new AsyncioViews(both, id, styles);
    List<Operation> operations =
        AsyncioCode.OPERATIONS.stream().flatMap(name -> views.operation(name).stream()).toList();
    return operations.isEmpty()
        ? Optional.empty()
        : Optional.of(new AsyncioView(id, views.runtimes(), operations));
  }

  /** Another reference, of whatever runtime, has no part in this section. */
  private static Comparison withAsyncioOnly(Comparison comparison) {
    return new Comparison(
        comparison.scenario(),
        comparison.arms(),
        comparison.ranking(),
        comparison.references().stream()
            .filter(other -> ASYNCIO.equals(other.cell().params().get("model")))
            .toList(),
        comparison.noiseFloor());
  }

  private static boolean isOnBothSides(Comparison comparison) {
    return comparison.references().stream()
        .anyMatch(
            other ->
                comparison.arms().stream().anyMatch(arm -> other.timesFaster(arm).isPresent()));
  }

  /** Like for like comes first. */
  private static int likeness(Comparison comparison) {
    return !usesClients(comparison) || isClientLibrary(comparison) ? 0 : 1;
  }

  private Optional<Operation> operation(String name) {
    List<TableView> tables =
        comparisons.stream()
            .filter(each -> each.arms().getFirst().arm().cell().method().equals(name))
            .map(each -> new AsyncioTable(each, caption(each), styles).table())
            .toList();
    return tables.isEmpty()
        ? Optional.empty()
        : AsyncioCode.of(name).map(code -> operation(name, code, tables));
  }

  private Operation operation(String name, AsyncioCode code, List<TableView> tables) {
    List<Idiom> idioms =
        Names.models().stream()
            .map(model -> new Idiom(modelName(model), code.onModel(model)))
            .toList();
    return new Operation(id + "-" + name, code.title(), code.python(), code.plan(), idioms, tables);
  }

  private ModelName modelName(String model) {
    return new ModelName("m" + styles.colourOf(model), Names.display(model));
  }

  private String runtimes() {
    return comparisons.stream()
        .flatMap(each -> each.references().stream())
        .map(Reference::runtime)
        .distinct()
        .collect(Collectors.joining(", "));
  }

  private static String caption(Comparison comparison) {
    String params =
        comparison.scenario().params().entrySet().stream()
            .map(param -> param.getKey() + " " + Names.display(param.getValue()))
            .collect(Collectors.joining(", "));
    return "Beside asyncio: %s%s".formatted(params, clients(comparison));
  }

  /** Whether like is compared with like. */
  private static String clients(Comparison comparison) {
    if (!usesClients(comparison)) {
      return "";
    }
    return isClientLibrary(comparison)
        ? "; whole client libraries on both sides"
        : "; lean transports on the JVM, whole client libraries on asyncio";
  }

  private static boolean usesClients(Comparison comparison) {
    return comparison.references().stream().anyMatch(Reference::hasClient);
  }

  private static boolean isClientLibrary(Comparison comparison) {
    return CLIENT_LIBRARIES.contains(comparison.scenario().params().getOrDefault("transport", ""));
  }
}
