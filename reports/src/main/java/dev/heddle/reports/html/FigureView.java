package dev.heddle.reports.html;

import dev.heddle.reports.chart.Chart;
import java.util.Optional;

/**
 * A chart as the page shows it.
 *
 * @param chart the drawing
 * @param data its numbers, folded away below it; empty where a table of the section shows them
 * @param command reproduces it; empty where that is not known
 */
public record FigureView(Chart chart, Optional<TableView> data, String command) {}
