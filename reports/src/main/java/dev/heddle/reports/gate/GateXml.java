package dev.heddle.reports.gate;

import dev.heddle.reports.compare.CellKey;
import dev.heddle.reports.gate.GatedCell.Standing;
import dev.heddle.reports.read.Printable;
import java.io.Writer;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * A gate as the report of JUnit that pipelines know: a test case for each cell; a failure is a
 * regression, skipped is what is open, an error is what must not be used.
 */
public final class GateXml {

  private final XMLStreamWriter out;
  private final Gate gate;

  private GateXml(XMLStreamWriter out, Gate gate) {
    this.out = out;
    this.gate = gate;
  }

  /** Writes it; the writer stays open. */
  public static void write(Gate gate, Writer writer) {
    try {
      XMLStreamWriter out = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(writer);
      new GateXml(out, gate).document();
      out.flush();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("the gate cannot be written as XML", e);
    }
  }

  private void document() throws XMLStreamException {
    out.writeStartDocument("UTF-8", "1.0");
    line();
    out.writeStartElement("testsuite");
    attribute("name", "gate");
    boolean empty = gate.cells().isEmpty();
    attribute("tests", Integer.toString(empty ? 1 : gate.cells().size()));
    attribute("failures", Long.toString(gate.count(Standing.REGRESSION)));
    attribute("errors", Long.toString(empty ? 1 : gate.count(Standing.INVALID)));
    attribute("skipped", Long.toString(gate.count(Standing.OPEN)));
    line();
    if (empty) {
      nothing();
    }
    for (GatedCell cell : gate.byImportance()) {
      cell(cell);
    }
    out.writeStartElement("system-out");
    out.writeCharacters(Printable.text(GateText.headline(gate)));
    out.writeCharacters(Printable.text(GateText.missing(gate).map(text -> "; " + text).orElse("")));
    out.writeEndElement();
    line();
    out.writeEndElement();
    line();
    out.writeEndDocument();
  }

  /** A report without test cases would look like one without failures. */
  private void nothing() throws XMLStreamException {
    out.writeStartElement("testcase");
    attribute("classname", "gate");
    attribute("name", "comparison");
    result("error", GateText.headline(gate));
    out.writeEndElement();
    line();
  }

  private void cell(GatedCell cell) throws XMLStreamException {
    CellKey key = cell.comparison().key();
    int dot = Math.max(0, key.benchmark().lastIndexOf('.'));
    out.writeStartElement("testcase");
    attribute("classname", dot == 0 ? "gate" : key.benchmark().substring(0, dot));
    attribute("name", cell.comparison().label());
    String message = GateText.worse(cell) + "; " + GateText.reason(cell, gate.rules());
    switch (cell.standing()) {
      case REGRESSION -> result("failure", message);
      case OPEN -> result("skipped", message);
      case INVALID -> result("error", GateText.reason(cell, gate.rules()));
      case PASSED -> {}
    }
    out.writeEndElement();
    line();
  }

  private void result(String element, String message) throws XMLStreamException {
    out.writeEmptyElement(element);
    attribute("message", message);
  }

  private void attribute(String name, String value) throws XMLStreamException {
    out.writeAttribute(name, Printable.text(value));
  }

  private void line() throws XMLStreamException {
    out.writeCharacters("\n");
  }
}
