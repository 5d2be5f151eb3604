package dev.heddle.stub;

import io.netty.buffer.ByteBuf;

/**
 * The headers in which an answer tells its times, in microseconds with three decimals: the delay
 * that was planned, the delay that there was (from the reading of the request to the writing of the
 * answer), and the time from the previous request's arrival at the stub to this one's. They have a
 * fixed width, so that the numbers can be filled into an answer prepared ahead.
 */
final class TimingHeaders {

  private static final String PLANNED = "heddle-planned-delay-us: ";
  private static final String ACTUAL = "heddle-actual-delay-us: ";
  private static final String SINCE = "heddle-since-previous-us: ";
  private static final int DECIMALS = 3;
  private static final int WIDTH = 14;
  private static final long MOST = 9_999_999_999_999L;
  private static final String BLANK = " ".repeat(WIDTH) + "\r\n";

  /** The lines with nothing filled in. */
  static final String LINES = PLANNED + BLANK + ACTUAL + BLANK + SINCE + BLANK;

  private static final int PLANNED_END = LINES.indexOf('\r');
  private static final int ACTUAL_END = LINES.indexOf('\r', PLANNED_END + 1);
  private static final int SINCE_END = LINES.indexOf('\r', ACTUAL_END + 1);

  private TimingHeaders() {}

  /** Fills the numbers into lines that begin at an index of a buffer. */
  static void fillIn(ByteBuf out, int index, long planned, long actual, long sincePrevious) {
    write(out, index + PLANNED_END, planned);
    write(out, index + ACTUAL_END, actual);
    write(out, index + SINCE_END, sincePrevious);
  }

  /** Nanoseconds as microseconds, its last digit before an index. */
  private static void write(ByteBuf out, int end, long nanos) {
    long left = Math.clamp(nanos, 0, MOST);
    int at = end;
    for (int digits = 0; left > 0 || digits <= DECIMALS; digits++) {
      if (digits == DECIMALS) {
        out.setByte(--at, '.');
      }
      out.setByte(--at, '0' + (int) (left % 10));
      left /= 10;
    }
  }
}
