package dev.heddle.benchmarks.reference;

import java.util.List;
import java.util.stream.Collectors;

/**
 * An event loop and an HTTP client of Python's.
 *
 * @param loop asyncio, uvloop
 * @param client aiohttp, httpx
 */
public record AsyncioContestant(String loop, String client) {

  private static final List<String> LOOPS = List.of("asyncio", "uvloop");
  private static final List<String> CLIENTS = List.of("aiohttp", "httpx");

  /** Those that run unless others are asked for. */
  public static final List<AsyncioContestant> DEFAULTS =
      List.of(
          new AsyncioContestant("asyncio", "aiohttp"),
          new AsyncioContestant("asyncio", "httpx"),
          new AsyncioContestant("uvloop", "aiohttp"));

  /** Checks that there are such. */
  public AsyncioContestant {
    if (!LOOPS.contains(loop) || !CLIENTS.contains(client)) {
      throw new IllegalArgumentException(
          "'%s+%s' is unknown; available: %s".formatted(loop, client, available()));
    }
  }

  /** All that there are, for a person. */
  public static String available() {
    return LOOPS.stream()
        .flatMap(loop -> CLIENTS.stream().map(client -> loop + "+" + client))
        .collect(Collectors.joining(", "));
  }

  /**
   * Reads such as {@code uvloop+aiohttp}.
   *
   * @throws IllegalArgumentException if there is no such
   */
  public static AsyncioContestant parse(String text) {
    int plus = text.indexOf('+');
    return new AsyncioContestant(text.substring(0, Math.max(0, plus)), text.substring(plus + 1));
  }

  @Override
  public String toString() {
    return loop + "+" + client;
  }
}
