package dev.heddle.reports.chart;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * Where values stand on an axis that JFreeChart takes for a linear one.
 *
 * @param low place of the lower end
 * @param high place of the upper end
 * @param ticks what is labelled, ascending
 * @param logarithmic whether a place is the logarithm of its value
 * @param places the place of a value
 */
record Scale(
    double low, double high, List<Tick> ticks, boolean logarithmic, DoubleUnaryOperator places) {

  /** One label and its place. */
  record Tick(double place, String label) {

    private boolean isClear(Tick next, double span) {
      int characters = Math.max(label.length(), next.label.length());
      return next.place - place >= span * Math.max(CLOSE, CHARACTER * characters);
    }
  }

  private static final double DECADE = 10;
  private static final double MARGIN = 0.07;

  /** A log axis spans no less than this ratio, or noise would look like an effect. */
  private static final double LEAST_RATIO = 3;

  /** An axis of ratios spans no less than this one, which is a few times what matters. */
  private static final double LEAST_SHOWN = 1.2;

  /** An axis of ratios up to this one has its labels at even steps. */
  private static final double EVENLY = 4;

  /** An axis of ratios ends at this power of ten. */
  private static final double DECADES = 4;

  /** A tight axis spans no less than this share of its greatest value. */
  private static final double LEAST_SPAN = 0.1;

  /** Values further apart than this ratio get a log scale. */
  private static final double FAR = 20;

  private static final int EVEN_TICKS = 6;

  /** Labels nearer to each other than this share of the axis would overlap. */
  private static final double CLOSE = 0.1;

  /** What a character of a label takes of the axis, with its share of the gap to the next label. */
  private static final double CHARACTER = 0.028;

  private static final List<double[]> STEPS =
      List.of(new double[] {1}, new double[] {1, 2, 5}, new double[] {1, 1.5, 2, 3, 4, 5, 7});

  private static final int ENOUGH_TICKS = 4;

  /** More labels than this many are left out in turns. */
  private static final int MANY_STEPS = 16;

  Scale {
    ticks = List.copyOf(ticks);
  }

  double place(double value) {
    return places.applyAsDouble(value);
  }

  double span() {
    return high - low;
  }

  /**
   * A log scale with round labels.
   *
   * @param values what it must hold; those that are not above zero are ignored
   */
  static Scale logarithmic(List<Double> values) {
    double[] logs = positive(values).map(Math::log10).toArray();
    double least = DoubleStream.of(logs).min().orElse(0);
    double most = DoubleStream.of(logs).max().orElse(1);
    double missing = Math.max(0, Math.log10(LEAST_RATIO) - (most - least)) / 2;
    double margin = (most - least + 2 * missing) * MARGIN;
    double low = least - missing - margin;
    double high = most + missing + margin;
    return new Scale(low, high, roundTicks(low, high), true, Math::log10);
  }

  /** Ratios and 1, on a log scale that shows small effects; it ends four decades from 1. */
  static Scale ofRatios(List<Double> ratios) {
    double[] logs =
        positive(ratios).map(Math::log10).map(log -> Math.clamp(log, -DECADES, DECADES)).toArray();
    double least = Math.min(0, DoubleStream.of(logs).min().orElse(0));
    double most = Math.max(0, DoubleStream.of(logs).max().orElse(0));
    double missing = Math.max(0, Math.log10(LEAST_SHOWN) - (most - least)) / 2;
    double margin = (most - least + 2 * missing) * MARGIN;
    double low = least - missing - margin;
    double high = most + missing + margin;
    List<Tick> ticks =
        high - low > Math.log10(EVENLY)
            ? clear(roundTicks(low, high), high - low)
            : evenTicks(Math.pow(DECADE, low), Math.pow(DECADE, high), Math::log10);
    return new Scale(low, high, ticks, true, Math::log10);
  }

  /** From the least value to the greatest, without a zero; a log scale where they are far apart. */
  static Scale tight(List<Double> values) {
    double least = positive(values).min().orElse(0);
    double most = positive(values).max().orElse(1);
    if (most > FAR * least) {
      Scale scale = logarithmic(values);
      return new Scale(scale.low, scale.high, clear(scale.ticks, scale.span()), true, scale.places);
    }
    double missing = Math.max(0, LEAST_SPAN * most - (most - least)) / 2;
    double margin = (most - least + 2 * missing) * MARGIN;
    double low = least - missing - margin;
    double high = most + missing + margin;
    DoubleUnaryOperator places = DoubleUnaryOperator.identity();
    return new Scale(low, high, evenTicks(low, high, places), false, places);
  }

  private static List<Tick> evenTicks(double low, double high, DoubleUnaryOperator places) {
    double rough = (high - low) / EVEN_TICKS;
    double decade = Math.pow(DECADE, Math.floor(Math.log10(rough)));
    double step =
        DoubleStream.of(1, 2, 5, DECADE)
                .filter(times -> times * decade >= rough)
                .findFirst()
                .orElse(DECADE)
            * decade;
    return DoubleStream.iterate(Math.ceil(low / step), k -> k * step <= high, k -> k + 1)
        .limit(2 * EVEN_TICKS)
        .mapToObj(k -> new Tick(places.applyAsDouble(k * step), label(k * step)))
        .toList();
  }

  private static List<Tick> clear(List<Tick> ticks, double span) {
    List<Tick> kept = new ArrayList<>();
    for (Tick tick : ticks) {
      if (kept.isEmpty() || kept.getLast().isClear(tick, span)) {
        kept.add(tick);
      }
    }
    return kept;
  }

  /** Offered rates, each labelled; a log scale where they span over a decade. */
  static Scale ofRates(List<Double> rates) {
    double least = positive(rates).min().orElse(1);
    double most = positive(rates).max().orElse(1);
    boolean wide = most / least > DECADE;
    DoubleUnaryOperator places = wide ? Math::log10 : DoubleUnaryOperator.identity();
    double low = places.applyAsDouble(least);
    double high = places.applyAsDouble(most);
    double margin = high > low ? (high - low) * 2 * MARGIN : Math.max(1, low) * MARGIN;
    List<Tick> ticks = apart(rates, places, high - low);
    return new Scale(low - margin, high + margin, ticks, wide, places);
  }

  /** Whole numbers from 1 on, with room for half a step on either side. */
  static Scale steps(int most) {
    int apart = 1 + most / MANY_STEPS;
    List<Tick> ticks =
        IntStream.rangeClosed(1, most)
            .filter(step -> (step - 1) % apart == 0)
            .mapToObj(step -> new Tick(step, Integer.toString(step)))
            .toList();
    return new Scale(0.5, most + 0.5, ticks, false, DoubleUnaryOperator.identity());
  }

  /** Percent from 0 to a bit over the greatest value, and over 100. */
  static Scale percent(List<Double> values) {
    double most = Math.max(100, positive(values).max().orElse(0));
    List<Tick> ticks =
        DoubleStream.iterate(0, p -> p <= most, p -> p + 25)
            .mapToObj(p -> new Tick(p, label(p)))
            .toList();
    return new Scale(0, most * (1 + MARGIN), ticks, false, DoubleUnaryOperator.identity());
  }

  /**
   * The scale of nines: p90, p99, p99.9 at equal steps.
   *
   * @param samples how many the largest histogram holds; the axis ends where only one lies beyond
   */
  static Scale nines(long samples) {
    double end = Math.max(1, Math.log10(Math.max(1.0, (double) samples)));
    DoubleUnaryOperator places = fraction -> -Math.log10(1 - fraction);
    List<Tick> ticks = new ArrayList<>(List.of(new Tick(0, "min"), nine(0.5, places)));
    double beyond = 0.1;
    while (-Math.log10(beyond) <= end) {
      ticks.add(nine(1 - beyond, places));
      beyond /= DECADE;
    }
    return new Scale(0, end * 1.02, ticks, true, places);
  }

  private static Tick nine(double fraction, DoubleUnaryOperator places) {
    return new Tick(places.applyAsDouble(fraction), PercentilePlot.label(fraction));
  }

  static String label(double value) {
    return new DecimalFormat("#,##0.######", DecimalFormatSymbols.getInstance(Locale.ROOT))
        .format(value);
  }

  private static List<Tick> apart(List<Double> values, DoubleUnaryOperator places, double span) {
    List<Tick> ticks = new ArrayList<>();
    for (double value : values.reversed()) {
      Tick tick = new Tick(places.applyAsDouble(value), label(value));
      if (ticks.isEmpty() || tick.isClear(ticks.getFirst(), span)) {
        ticks.addFirst(tick);
      }
    }
    return ticks;
  }

  private static List<Tick> roundTicks(double low, double high) {
    List<Tick> ticks = List.of();
    for (double[] steps : STEPS) {
      ticks = roundTicks(low, high, steps);
      if (ticks.size() >= ENOUGH_TICKS) {
        break;
      }
    }
    return ticks;
  }

  private static List<Tick> roundTicks(double low, double high, double[] steps) {
    List<Tick> ticks = new ArrayList<>();
    for (int decade = (int) Math.floor(low); decade <= high; decade++) {
      for (double step : steps) {
        double value = step * Math.pow(DECADE, decade);
        double place = Math.log10(value);
        if (low <= place && place <= high) {
          ticks.add(new Tick(place, label(value)));
        }
      }
    }
    return ticks;
  }

  private static DoubleStream positive(List<Double> values) {
    return values.stream()
        .mapToDouble(Double::doubleValue)
        .filter(value -> value > 0 && Double.isFinite(value));
  }
}
