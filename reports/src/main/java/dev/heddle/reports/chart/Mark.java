package dev.heddle.reports.chart;

import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;

/** The shape that stands for a contestant beside its colour. */
enum Mark {
  CIRCLE,
  SQUARE,
  DIAMOND,
  TRIANGLE,
  WEDGE,
  BAR,
  DASH;

  /** The shape around the origin, about {@code 2 × radius} wide. */
  Shape ofRadius(double radius) {
    return AffineTransform.getScaleInstance(radius, radius).createTransformedShape(unit());
  }

  private Shape unit() {
    return switch (this) {
      case CIRCLE -> new Ellipse2D.Double(-1, -1, 2, 2);
      case SQUARE -> new Rectangle2D.Double(-0.9, -0.9, 1.8, 1.8);
      case DIAMOND -> polygon(0, -1.25, 1.25, 0, 0, 1.25, -1.25, 0);
      case TRIANGLE -> polygon(0, -1.2, 1.15, 0.9, -1.15, 0.9);
      case WEDGE -> polygon(0, 1.2, 1.15, -0.9, -1.15, -0.9);
      case BAR -> new Rectangle2D.Double(-0.45, -1.2, 0.9, 2.4);
      case DASH -> new Rectangle2D.Double(-1.2, -0.45, 2.4, 0.9);
    };
  }

  private static Shape polygon(double... points) {
    Path2D path = new Path2D.Double();
    path.moveTo(points[0], points[1]);
    for (int i = 2; i < points.length; i += 2) {
      path.lineTo(points[i], points[i + 1]);
    }
    path.closePath();
    return path;
  }
}
