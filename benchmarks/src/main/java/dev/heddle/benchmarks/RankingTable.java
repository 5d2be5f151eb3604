package dev.heddle.benchmarks;

import dev.heddle.http.ExchangePolicy;
import dev.heddle.measure.RankingFactor;
import dev.heddle.model.ModelOptions;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** What decides a ranking, with the values of this run. */
final class RankingTable {

  private RankingTable() {}

  static List<RankingFactor> of(List<String> jvmArguments, URI stub) {
    int cores = Runtime.getRuntime().availableProcessors();
    return List.of(
        new RankingFactor("platform threads", platformPool(), "pool size"),
        new RankingFactor(
            "virtual threads, structured scope",
            "one virtual thread a task; carrier parallelism " + carriers(jvmArguments, cores),
            "carrier parallelism"),
        new RankingFactor(
            "CompletableFuture",
            "continuations on a pool of %d threads; exchanges and sleeps asynchronous"
                .formatted(cores),
            "pool size"),
        new RankingFactor("Netty", cores + " event loops; a plan stays on one", "loops"),
        new RankingFactor(
            "Blocking on CompletableFuture and Netty", "cached offload pool, unbounded", "-"),
        new RankingFactor("exchanges", policy(ExchangePolicy.DEFAULT), "transport"),
        new RankingFactor(
            "JVM of a fork", String.join(" ", jvmArguments) + "; no pinning", "heap, collector"),
        new RankingFactor(
            "stub",
            stub.getPort() == 0
                ? "none: nothing is fetched"
                : "one process for the whole run, counters reset between forks: " + stub,
            "address"));
  }

  private static String platformPool() {
    int parallelism = ModelOptions.DEFAULT.parallelism();
    return parallelism == 0
        ? "cached pool, unbounded, threads reused"
        : "pool of %d threads".formatted(parallelism);
  }

  private static String carriers(List<String> jvmArguments, int cores) {
    String property = "-Djdk.virtualThreadScheduler.parallelism=";
    Optional<String> given =
        jvmArguments.stream()
            .filter(argument -> argument.startsWith(property))
            .map(argument -> argument.substring(property.length()))
            .reduce((first, last) -> last);
    return given.orElseGet(() -> Integer.toString(cores));
  }

  private static String policy(ExchangePolicy policy) {
    return "blocking models over socket, event-driven ones over netty, unless a cell says otherwise; connect %d ms, response %d ms, status %d, body %d bytes, %d connections"
        .formatted(
            policy.connectTimeout().toMillis(),
            policy.responseTimeout().toMillis(),
            policy.expectedStatus(),
            policy.bodyLimit(),
            policy.connectionLimit());
  }
}
