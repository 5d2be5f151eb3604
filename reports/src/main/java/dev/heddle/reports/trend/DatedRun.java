package dev.heddle.reports.trend;

import dev.heddle.reports.read.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.Optional;

/**
 * A run and when it was.
 *
 * @param run what was measured
 * @param time when it started, or else when its file was last written
 * @param recorded whether the time is the one that {@code environment.json} has
 */
public record DatedRun(Run run, Instant time, boolean recorded) {

  private static final String RESULTS = "results.json";

  /**
   * Dates a run by {@code run › started} of its environment, or else by its file.
   *
   * @throws IOException if the file's time cannot be read
   */
  public static DatedRun of(Run run) throws IOException {
    Optional<Instant> started =
        run.environment()
            .flatMap(environment -> environment.fact("run", "started"))
            .flatMap(DatedRun::parsed);
    return new DatedRun(
        run,
        started.isPresent() ? started.get() : Files.getLastModifiedTime(file(run)).toInstant(),
        started.isPresent());
  }

  /** ISO 8601; without an offset it is taken for UTC. */
  private static Optional<Instant> parsed(String text) {
    try {
      TemporalAccessor time =
          DateTimeFormatter.ISO_DATE_TIME.parseBest(
              text.strip().replaceFirst(" ", "T"), ZonedDateTime::from, LocalDateTime::from);
      return Optional.of(
          time instanceof ZonedDateTime zoned
              ? zoned.toInstant()
              : LocalDateTime.from(time).toInstant(ZoneOffset.UTC));
    } catch (DateTimeException other) {
      return Optional.empty();
    }
  }

  private static Path file(Run run) {
    Path results = run.source().resolve(RESULTS);
    return Files.exists(results) ? results : run.source();
  }
}
