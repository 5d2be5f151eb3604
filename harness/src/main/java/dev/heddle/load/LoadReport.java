package dev.heddle.load;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.HdrHistogram.Histogram;

/**
 * All that is to be kept of one run: the content of its JSON file and of its HdrHistogram log.
 *
 * @param parameters what was run, by name, as on the command line
 * @param offeredPerSecond arrivals per second that were planned
 * @param result what came of it
 * @param exchanges what the server saw of it
 * @param seen what machine and JVM did meanwhile
 * @param verdict whether the figures may be quoted
 * @param began when it began
 * @param ended when it ended
 */
public record LoadReport(
    Map<String, String> parameters,
    double offeredPerSecond,
    LoadResult result,
    Exchanges exchanges,
    Watch.Seen seen,
    Verdict verdict,
    Instant began,
    Instant ended) {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** Copies the parameters, in their order. */
  public LoadReport {
    parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
  }

  /** The values of the parameters, in one word without commas and white space. */
  public String cell() {
    return String.join("/", parameters.values()).replaceAll("[\\s,]", ";");
  }

  /** The file's bytes. */
  public byte[] toJson() {
    try {
      return (JSON.writerWithDefaultPrettyPrinter().writeValueAsString(json()) + "\n")
          .getBytes(StandardCharsets.UTF_8);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Figures are plain JSON", e);
    }
  }

  /** Response, service and lag of what was measured, and hiccups of the whole run. */
  public byte[] toLog() {
    PhaseResult measured = result.measured();
    return new LatencyLog(
            cell(),
            began.toEpochMilli(),
            ended.toEpochMilli(),
            Map.of(
                "response", measured.response(),
                "service", measured.service(),
                "lag", measured.lag(),
                "hiccup", seen.hiccups()))
        .toBytes();
  }

  private ObjectNode json() {
    PhaseResult measured = result.measured();
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("cell", cell());
    parameters.forEach(json.putObject("parameters")::put);
    json.put("began", began.toString()).put("ended", ended.toString());
    json.set("verdict", verdictJson());
    json.put("offered_per_second", offeredPerSecond)
        .put("achieved_per_second", measured.perSecond())
        .put("highest_in_flight", result.highestInFlight());
    json.set("books", JSON.valueToTree(measured.books()));
    json.set("warm_up_books", JSON.valueToTree(result.warmUp().books()));
    json.set("response_us", micros(measured.response()));
    json.set("service_us", micros(measured.service()));
    json.set("lag_us", micros(measured.lag()));
    json.set("hiccup_us", micros(seen.hiccups()));
    result.failures().forEach(json.putObject("failures")::put);
    json.set("exchanges", exchangesJson());
    json.putObject("gc").put("count", seen.gc().count()).put("ms", seen.gc().millis());
    putSeconds(json, "driver_cpu_s", seen.driverCpu());
    putSeconds(json, "server_cpu_s", seen.serverCpu());
    return json;
  }

  private ObjectNode verdictJson() {
    ObjectNode json = JsonNodeFactory.instance.objectNode().put("valid", verdict.isValid());
    verdict
        .reasons()
        .forEach(
            reason ->
                json.withArray("reasons")
                    .addObject()
                    .put("rule", reason.rule())
                    .put("text", reason.text()));
    return json;
  }

  private ObjectNode exchangesJson() {
    ObjectNode json =
        JsonNodeFactory.instance
            .objectNode()
            .put("per_second", exchangesPerSecond())
            .put("sent", exchanges.sent())
            .put("received", exchanges.received())
            .put("may_be_cut_short", exchanges.mayBeCutShort());
    exchanges
        .delayErrorP99Nanos()
        .ifPresent(nanos -> json.put("delay_error_p99_us", nanos / Percentiles.NANOS_PER_MICRO));
    return json;
  }

  /** Those of the plans that yielded a value. */
  private double exchangesPerSecond() {
    return result.started() == 0
        ? 0
        : result.measured().perSecond() * exchanges.sent() / result.started();
  }

  private static ObjectNode micros(Histogram histogram) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("count", histogram.getTotalCount());
    Percentiles.micros(histogram).forEach(json::put);
    return json;
  }

  private static void putSeconds(ObjectNode json, String name, Optional<Duration> time) {
    time.ifPresent(cpu -> json.put(name, cpu.toMillis() / 1e3));
  }
}
