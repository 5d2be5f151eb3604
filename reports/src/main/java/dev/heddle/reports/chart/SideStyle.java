package dev.heddle.reports.chart;

import java.awt.Color;

/** What stands for the two sides of a comparison: colours of no verdict, and a mark each. */
public enum SideStyle {
  BASE(6, Mark.CIRCLE),
  CANDIDATE(5, Mark.DIAMOND);

  /** The index of its colour, as in the classes {@code m0} to {@code m7}. */
  private final int colour;

  private final Mark mark;

  SideStyle(int colour, Mark mark) {
    this.colour = colour;
    this.mark = mark;
  }

  /** As readers are told. */
  public String words() {
    return this == BASE ? "base" : "candidate";
  }

  Color solid() {
    return Ink.model(colour);
  }

  Mark mark() {
    return mark;
  }
}
