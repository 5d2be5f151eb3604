package dev.heddle.load;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;

/**
 * What became of a load's arrivals. Two identities hold: {@code planned = started + notStarted} and
 * {@code started = succeeded + failed + timedOut + cancelled + unfinished}, the last of which is
 * zero after every drain that went well.
 *
 * @param planned arrivals that the schedule has
 * @param started plans started
 * @param tooMany arrivals not started because too many plans were unfinished
 * @param refused arrivals not started because the model threw
 * @param tooLate arrivals not started because the time was up before the driver came to them
 * @param succeeded plans that yielded a value
 * @param failed plans that failed otherwise than by a time limit
 * @param timedOut plans that failed by a time limit of their own
 * @param cancelled plans that ended cancelled, those that the driver cancelled after the drain
 *     among them
 * @param unfinished plans that did not end even then
 */
@JsonNaming(SnakeCaseStrategy.class)
public record Books(
    long planned,
    long started,
    long tooMany,
    long refused,
    long tooLate,
    long succeeded,
    long failed,
    long timedOut,
    long cancelled,
    long unfinished) {

  /** Arrivals that no plan was started for. */
  public long notStarted() {
    return tooMany + refused + tooLate;
  }

  /** Plans that ended. */
  public long ended() {
    return succeeded + failed + timedOut + cancelled;
  }

  /** Whether every arrival is accounted for, and every plan ended. */
  public boolean balance() {
    return planned == started + notStarted() && started == ended() && unfinished == 0;
  }

  @Override
  public String toString() {
    return ("planned %d = started %d + not started %d (too many in flight %d, refused %d, too late"
            + " %d); started = succeeded %d + failed %d + timed out %d + cancelled %d +"
            + " unfinished %d")
        .formatted(
            planned,
            started,
            notStarted(),
            tooMany,
            refused,
            tooLate,
            succeeded,
            failed,
            timedOut,
            cancelled,
            unfinished);
  }
}
