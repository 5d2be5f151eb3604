package dev.heddle.reports.html;

import java.util.List;

/**
 * The way from asyncio to the JVM, as the page shows it.
 *
 * @param id unique in the page, for links
 * @param runtimes what the reference ran on, such as {@code CPython 3.11.2}
 * @param operations those of asyncio that were measured on both sides
 */
public record AsyncioView(String id, String runtimes, List<Operation> operations) {

  public AsyncioView {
    operations = List.copyOf(operations);
  }

  /**
   * An operation.
   *
   * @param id unique in the page, for links
   * @param title its name and what it does
   * @param python the line of Python
   * @param plan the plan of Heddle
   * @param idioms what people write on each model
   * @param tables how many times faster each model is, a table a scenario
   */
  public record Operation(
      String id,
      String title,
      String python,
      String plan,
      List<Idiom> idioms,
      List<TableView> tables) {

    public Operation {
      idioms = List.copyOf(idioms);
      tables = List.copyOf(tables);
    }
  }

  /** What people write by hand on the primitives of a model. */
  public record Idiom(CapabilityView.ModelName model, String code) {}
}
