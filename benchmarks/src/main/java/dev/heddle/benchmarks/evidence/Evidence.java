package dev.heddle.benchmarks.evidence;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * What the JVM told of the virtual threads of one fork, warm-up included.
 *
 * @param cell what ran, for a person
 * @param pinned how often a virtual thread blocked its carrier, however shortly
 * @param pinnedMillis for how long all together
 * @param longestMillis for how long at most
 * @param submitFailed how often the scheduler did not take a virtual thread
 * @param carriers threads that the scheduler started
 */
public record Evidence(
    String cell,
    long pinned,
    @JsonProperty("pinned_ms") double pinnedMillis,
    @JsonProperty("longest_ms") double longestMillis,
    @JsonProperty("submit_failed") long submitFailed,
    int carriers) {}
