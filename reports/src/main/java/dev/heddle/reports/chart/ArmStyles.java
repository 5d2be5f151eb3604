package dev.heddle.reports.chart;

import dev.heddle.reports.stats.Names;
import java.awt.Color;
import java.awt.Shape;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Gives each contestant one colour and mark for the whole page: Heddle's models their own, all
 * others in order of first appearance. Not safe for use by several threads.
 */
public final class ArmStyles {

  private static final int MODELS = 5;

  private final Map<String, Integer> others = new HashMap<>();

  /** The index of a contestant's colour, as in the classes {@code m0} to {@code m7}. */
  public int colourOf(String key) {
    return indexOf(key) % Ink.MODEL_COLOURS;
  }

  Color solid(Row row) {
    return solid(row.key(), row.isReference());
  }

  Color tint(Row row) {
    return row.isReference() ? Ink.tint(Ink.REFERENCE) : Ink.tint(indexOf(row.key()));
  }

  Shape mark(Row row, double radius) {
    return row.isReference() ? Mark.BAR.ofRadius(radius) : mark(row.key(), radius);
  }

  Color solid(String key, boolean isReference) {
    return isReference ? Ink.REFERENCE : solid(key);
  }

  /** References have one colour, and are told apart by their marks. */
  Shape referenceMark(int index, double radius) {
    List<Mark> marks = List.of(Mark.BAR, Mark.DASH, Mark.CIRCLE, Mark.DIAMOND);
    return marks.get(index % marks.size()).ofRadius(radius);
  }

  Color solid(String key) {
    return Ink.model(indexOf(key));
  }

  Shape mark(String key, double radius) {
    Mark[] marks = Mark.values();
    return marks[indexOf(key) % marks.length].ofRadius(radius);
  }

  private int indexOf(String key) {
    int model = Names.modelOrder(key);
    if (model < MODELS) {
      return model;
    }
    return others.computeIfAbsent(key, ignored -> others.size());
  }
}
