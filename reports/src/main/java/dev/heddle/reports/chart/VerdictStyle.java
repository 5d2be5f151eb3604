package dev.heddle.reports.chart;

import dev.heddle.reports.stats.Verdict;
import java.awt.Color;

/**
 * The colour and the mark of a verdict; each tells it without the other.
 *
 * @param colour index of its colour, as in the classes {@code m0} to {@code m7}
 * @param filled whether its mark is
 * @param mark its shape
 */
record VerdictStyle(int colour, boolean filled, Mark mark) {

  static VerdictStyle of(Verdict verdict) {
    return switch (verdict) {
      case FASTER -> new VerdictStyle(0, true, Mark.TRIANGLE);
      case SLOWER -> new VerdictStyle(1, true, Mark.WEDGE);
      case SAME -> new VerdictStyle(2, true, Mark.CIRCLE);
      case INCONCLUSIVE -> new VerdictStyle(4, true, Mark.DIAMOND);
      case INVALID -> new VerdictStyle(6, false, Mark.SQUARE);
    };
  }

  Color solid() {
    return Ink.model(colour);
  }
}
