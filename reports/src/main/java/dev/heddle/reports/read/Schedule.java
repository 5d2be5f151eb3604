package dev.heddle.reports.read;

/**
 * How a cell was run, as JMH's options say it.
 *
 * @param threads JMH worker threads
 * @param forks measured forks
 * @param warmup warm-up of each fork
 * @param measurement measurement of each fork
 */
public record Schedule(int threads, int forks, Phase warmup, Phase measurement) {

  /**
   * A run of iterations.
   *
   * @param iterations how many
   * @param time of one iteration as JMH prints it, such as {@code 1 s} or {@code single-shot}
   * @param batchSize invocations counted as one operation
   */
  public record Phase(int iterations, String time, int batchSize) {}
}
