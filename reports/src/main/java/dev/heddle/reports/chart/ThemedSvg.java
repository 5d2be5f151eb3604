package dev.heddle.reports.chart;

import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.jfree.chart.JFreeChart;
import org.jfree.svg.SVGGraphics2D;
import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/**
 * Draws a chart as an SVG element for a page: placeholder colours become classes, style attributes
 * become presentation attributes (a Content-Security-Policy without {@code unsafe-inline} ignores
 * the former), and title and description are there for those who cannot see it.
 */
final class ThemedSvg {

  private static final Set<String> KEPT =
      Set.of("stroke-width", "stroke-dasharray", "fill-opacity", "font-size", "font-weight");

  private static final List<String> EXACT =
      List.of(
          "d", "x", "y", "x1", "x2", "y1", "y2", "width", "height", "fill-opacity", "stroke-width");

  /** Tenths of a pixel are fine enough, and a third of the size. */
  private static final Pattern LONG_FRACTION = Pattern.compile("(\\d\\.\\d)\\d+");

  private static final Pattern WHOLE = Pattern.compile("\\.0+(?!\\d)");

  private final Document document;

  private ThemedSvg(Document document) {
    this.document = document;
  }

  /**
   * The chart as an {@code svg} element.
   *
   * @param id unique in the page
   */
  static String draw(JFreeChart chart, int width, int height, String id, Alternative text) {
    SVGGraphics2D graphics = new SVGGraphics2D(width, height);
    graphics.setDefsKeyPrefix(id);
    chart.draw(graphics, new Rectangle2D.Double(0, 0, width, height));
    try {
      ThemedSvg svg = new ThemedSvg(parse(graphics.getSVGElement()));
      svg.clean(svg.document.getDocumentElement());
      svg.describe(width, height, id, text);
      return svg.serialized();
    } catch (IOException | SAXException | TransformerException | ParserConfigurationException e) {
      throw new IllegalStateException("the chart library wrote SVG that is not XML", e);
    }
  }

  /** What is read out instead of the drawing. */
  record Alternative(String title, String description) {}

  private static Document parse(String svg)
      throws IOException, SAXException, ParserConfigurationException {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
    factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    return factory.newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
  }

  private void clean(Element element) {
    element.removeAttribute("clip-path");
    restyle(element);
    for (Element child : children(element)) {
      if (child.getTagName().equals("defs")) {
        element.removeChild(child);
      } else {
        clean(child);
        unwrap(child);
      }
    }
    for (String attribute : EXACT) {
      if (element.hasAttribute(attribute)) {
        String exact = element.getAttribute(attribute);
        String fine = LONG_FRACTION.matcher(exact).replaceAll("$1");
        element.setAttribute(attribute, WHOLE.matcher(fine).replaceAll(""));
      }
    }
  }

  /** A group around one shape says nothing that the shape cannot say itself. */
  private static void unwrap(Element group) {
    List<Element> members = children(group);
    if (!group.getTagName().equals("g") || members.size() != 1) {
      return;
    }
    Element only = members.getFirst();
    NamedNodeMap attributes = group.getAttributes();
    for (int i = 0; i < attributes.getLength(); i++) {
      Attr attribute = (Attr) attributes.item(i);
      if (!only.hasAttribute(attribute.getName())) {
        only.setAttribute(attribute.getName(), attribute.getValue());
      }
    }
    group.getParentNode().replaceChild(only, group);
  }

  private static void restyle(Element element) {
    Map<String, String> style = declarations(element.getAttribute("style"));
    element.removeAttribute("style");
    StringBuilder classes = new StringBuilder();
    style.forEach(
        (property, value) -> {
          if (KEPT.contains(property)) {
            keep(element, property, value);
          } else if (property.equals("fill") || property.equals("stroke")) {
            paint(element, classes, property, value);
          }
        });
    if (!classes.isEmpty()) {
      element.setAttribute("class", classes.toString().strip());
    }
  }

  private static void keep(Element element, String property, String value) {
    boolean isDefault = value.equals("1.0") || value.equals("normal");
    if (!isDefault) {
      element.setAttribute(property, value.replace("px", ""));
    }
  }

  private static void paint(Element element, StringBuilder classes, String property, String value) {
    if (value.equals("none")) {
      if (property.equals("fill")) {
        element.setAttribute(property, value);
      }
    } else {
      classes.append(property.charAt(0)).append('-').append(Ink.cssClass(value)).append(' ');
    }
  }

  private static Map<String, String> declarations(String style) {
    Map<String, String> declarations = new LinkedHashMap<>();
    Arrays.stream(style.split(";", -1))
        .map(declaration -> declaration.split(":", 2))
        .filter(parts -> parts.length == 2)
        .forEach(
            parts -> declarations.put(parts[0].strip().toLowerCase(Locale.ROOT), parts[1].strip()));
    return declarations;
  }

  private void describe(int width, int height, String id, Alternative text) {
    Element root = document.getDocumentElement();
    root.removeAttribute("xmlns:jfreesvg");
    root.removeAttribute("xmlns:xlink");
    root.removeAttribute("width");
    root.removeAttribute("height");
    root.setAttribute("viewBox", "0 0 %d %d".formatted(width, height));
    root.setAttribute("role", "img");
    root.setAttribute("aria-labelledby", id + "-t " + id + "-d");
    Node first = root.getFirstChild();
    root.insertBefore(textElement("title", id + "-t", text.title()), first);
    root.insertBefore(textElement("desc", id + "-d", text.description()), first);
  }

  private Element textElement(String name, String id, String text) {
    Element element = document.createElement(name);
    element.setAttribute("id", id);
    element.setTextContent(text);
    return element;
  }

  private String serialized() throws TransformerException {
    Transformer transformer = TransformerFactory.newDefaultInstance().newTransformer();
    transformer.setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, "yes");
    StringWriter text = new StringWriter();
    transformer.transform(new DOMSource(document), new StreamResult(text));
    return text.toString();
  }

  private static List<Element> children(Element element) {
    return IntStream.range(0, element.getChildNodes().getLength())
        .mapToObj(i -> element.getChildNodes().item(i))
        .filter(Element.class::isInstance)
        .map(Element.class::cast)
        .toList();
  }
}
