package dev.heddle.measure;

/**
 * Something that decides which model is ahead, and was fixed for the run.
 *
 * @param subject what it is about, such as {@code platform threads}
 * @param value what this run has
 * @param parameter what one would vary; a dash if nothing
 */
public record RankingFactor(String subject, String value, String parameter) {}
