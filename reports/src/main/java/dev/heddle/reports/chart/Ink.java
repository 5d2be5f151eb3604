package dev.heddle.reports.chart;

import java.awt.Color;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The colours that charts are drawn with. They are placeholders: each stands for a CSS class, and
 * the page's style sheet gives it the colour that fits the theme.
 */
final class Ink {

  /** How many colours contestants have; the style sheet defines as many. */
  static final int MODEL_COLOURS = 8;

  static final Color TEXT = new Color(1, 1, 1);
  static final Color MUTED = new Color(2, 2, 2);
  static final Color GRID = new Color(3, 3, 3);

  /** The colour of the grid, so thin that points on it stay readable. */
  static final Color BAND = new Color(3, 3, 3, 160);

  /** What is drawn beside contestants and is none of them. */
  static final Color REFERENCE = new Color(4, 4, 4);

  private static final int FIRST_MODEL = 10;

  private static final Map<String, String> CLASSES =
      Stream.concat(
              Stream.of(
                  Map.entry(css(TEXT), "text"),
                  Map.entry(css(MUTED), "muted"),
                  Map.entry(css(GRID), "grid"),
                  Map.entry(css(REFERENCE), "reference")),
              IntStream.range(0, MODEL_COLOURS).mapToObj(i -> Map.entry(css(model(i)), "m" + i)))
          .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

  private Ink() {}

  /** The colour of a contestant. */
  static Color model(int index) {
    return new Color(FIRST_MODEL + index % MODEL_COLOURS, 0, 0);
  }

  /** The same colour, so thin that points on it stay readable. */
  static Color tint(int index) {
    return tint(model(index));
  }

  /** A colour so thin that points on it stay readable. */
  static Color tint(Color solid) {
    return new Color(solid.getRed(), solid.getGreen(), solid.getBlue(), 51);
  }

  /** The class for a colour as SVG writes it; the colour of text for any other. */
  static String cssClass(String rgb) {
    return CLASSES.getOrDefault(rgb, "text");
  }

  private static String css(Color colour) {
    return "rgb(%d,%d,%d)".formatted(colour.getRed(), colour.getGreen(), colour.getBlue());
  }
}
