package dev.heddle.reports.html;

import java.util.List;

/**
 * One compared cell, folded away.
 *
 * @param title its name and verdict
 * @param notes what to know beside the verdict
 * @param figures its charts
 */
public record CompareCellView(String title, List<String> notes, List<FigureView> figures) {

  public CompareCellView {
    notes = List.copyOf(notes);
    figures = List.copyOf(figures);
  }
}
