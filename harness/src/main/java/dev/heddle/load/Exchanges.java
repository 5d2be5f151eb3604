package dev.heddle.load;

import java.util.OptionalDouble;

/**
 * What the server saw of a run, held against what the run sent.
 *
 * @param sent exchanges that the plans which were started have, had each of them run to its end
 * @param received requests that the server counted
 * @param mayBeCutShort whether a plan of the scenario may leave out or cancel an exchange
 * @param delayErrorP99Nanos how late the server's own delayed answers were, 99th percentile; empty
 *     where it delayed none
 * @param answered whether the server still answered at the end
 */
public record Exchanges(
    long sent,
    long received,
    boolean mayBeCutShort,
    OptionalDouble delayErrorP99Nanos,
    boolean answered) {

  /** Of plans without any exchange. */
  public static final Exchanges NONE = new Exchanges(0, 0, false, OptionalDouble.empty(), true);
}
