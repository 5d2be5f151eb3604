package dev.heddle.reports.chart;

import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.StringWriter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
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
import org.apache.batik.svggen.SVGGeneratorContext;
import org.apache.batik.svggen.SVGGraphics2D;
import org.jfree.chart.JFreeChart;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * Draws a chart as an SVG element for a page: placeholder colours become classes, every shape says
 * itself how it looks, without groups, clips and defaults around it, and title and description are
 * there for those who cannot see it.
 */
final class ThemedSvg {

  private static final String SVG = "http://www.w3.org/2000/svg";

  /** Tenths of a pixel are fine enough, for labels that are turned by quarters as well. */
  private static final int DIGITS = 1;

  /** Where a shape is; everything else that it or a group says of it is looked at or dropped. */
  private static final Set<String> GEOMETRY =
      Set.of(
          "d", "points", "x", "y", "x1", "x2", "y1", "y2", "cx", "cy", "r", "rx", "ry", "width",
          "height");

  private static final Set<String> INHERITED =
      Set.of(
          "fill",
          "fill-opacity",
          "font-size",
          "font-weight",
          "opacity",
          "stroke",
          "stroke-dasharray",
          "stroke-width");

  /** What a browser assumes anyway. */
  private static final Set<String> DEFAULTS = Set.of("1", "none", "normal");

  /** Paths are most of a drawing, and need no space where a letter separates. */
  private static final Pattern AROUND_COMMAND = Pattern.compile(" ?([A-Z]) ?");

  private final Document document;
  private final Element root;

  private ThemedSvg(Document document) {
    this.document = document;
    this.root = document.createElementNS(SVG, "svg");
  }

  /**
   * The chart as an {@code svg} element.
   *
   * @param id unique in the page
   */
  static String draw(JFreeChart chart, int width, int height, String id, Alternative text) {
    try {
      ThemedSvg svg =
          new ThemedSvg(
              DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder().newDocument());
      svg.describe(width, height, id, text);
      svg.add(svg.drawn(chart, width, height), Map.of());
      return svg.serialized();
    } catch (TransformerException | ParserConfigurationException e) {
      throw new IllegalStateException("the JDK's XML does not work", e);
    }
  }

  /** What is read out instead of the drawing. */
  record Alternative(String title, String description) {}

  private void describe(int width, int height, String id, Alternative text) {
    root.setAttribute("viewBox", "0 0 %d %d".formatted(width, height));
    root.setAttribute("role", "img");
    root.setAttribute("aria-labelledby", id + "-t " + id + "-d");
    root.appendChild(textElement("title", id + "-t", text.title()));
    root.appendChild(textElement("desc", id + "-d", text.description()));
  }

  private Element textElement(String name, String id, String text) {
    Element element = document.createElementNS(SVG, name);
    element.setAttribute("id", id);
    element.setTextContent(text);
    return element;
  }

  private Element drawn(JFreeChart chart, int width, int height) {
    SVGGeneratorContext context = SVGGeneratorContext.createDefault(document);
    context.setPrecision(DIGITS);
    SVGGraphics2D graphics = new FineText(context);
    chart.draw(graphics, new Rectangle2D.Double(0, 0, width, height));
    return graphics.getRoot();
  }

  /** Adds the shapes in a drawing, each with what it inherits from its groups. */
  private void add(Element element, Map<String, String> inherited) {
    Map<String, String> style = style(element, inherited);
    switch (element.getTagName()) {
      case "defs" -> {} // Clips: charts draw nothing outside of them.
      case "svg", "g" -> children(element).forEach(child -> add(child, style));
      default -> {
        restyle(element, style);
        root.appendChild(element);
      }
    }
  }

  private static Map<String, String> style(Element element, Map<String, String> inherited) {
    Map<String, String> style = new HashMap<>(inherited);
    INHERITED.forEach(name -> own(element, name).ifPresent(value -> style.put(name, value)));
    own(element, "transform").ifPresent(inner -> style.merge("transform", inner, ThemedSvg::both));
    return style;
  }

  private static String both(String outer, String inner) {
    return outer + " " + inner;
  }

  private static Optional<String> own(Element element, String attribute) {
    return Optional.of(element.getAttribute(attribute)).filter(Predicate.not(String::isEmpty));
  }

  /** Leaves of all that was said of a shape what a page needs. */
  private static void restyle(Element element, Map<String, String> style) {
    names(element).stream()
        .filter(Predicate.not(GEOMETRY::contains))
        .forEach(element::removeAttribute);
    own(element, "d").ifPresent(path -> element.setAttribute("d", shortened(path)));
    keep(element, style, "transform");
    String classes = filled(element, style) + stroked(element, style);
    if (!classes.isEmpty()) {
      element.setAttribute("class", classes.strip());
    }
    if (element.getTagName().equals("text")) {
      keep(element, style, "font-size");
      keep(element, style, "font-weight");
    }
  }

  private static String shortened(String path) {
    return AROUND_COMMAND.matcher(path).replaceAll("$1").replace(' ', ',');
  }

  private static String filled(Element element, Map<String, String> style) {
    String fill = style.getOrDefault("fill", "");
    if (!fill.equals("none")) {
      set(
          element,
          "fill-opacity",
          tenths(number(style, "fill-opacity") * number(style, "opacity")));
      return " f-" + Ink.cssClass(fill);
    }
    if (!element.getTagName().equals("line")) { // It has nothing to fill.
      element.setAttribute("fill", fill);
    }
    return "";
  }

  private static String stroked(Element element, Map<String, String> style) {
    String stroke = style.getOrDefault("stroke", "none");
    if (stroke.equals("none")) {
      return "";
    }
    keep(element, style, "stroke-width");
    keep(element, style, "stroke-dasharray");
    return " s-" + Ink.cssClass(stroke);
  }

  private static double number(Map<String, String> style, String name) {
    return Double.parseDouble(style.getOrDefault(name, "1"));
  }

  private static String tenths(double opacity) {
    return opacity == 1 ? "1" : String.format(Locale.ROOT, "%.1f", opacity);
  }

  private static void keep(Element element, Map<String, String> style, String name) {
    set(element, name, style.getOrDefault(name, "").replace("px", ""));
  }

  private static void set(Element element, String name, String value) {
    if (!value.isEmpty() && !DEFAULTS.contains(value)) {
      element.setAttribute(name, value);
    }
  }

  private String serialized() throws TransformerException {
    Transformer transformer = TransformerFactory.newDefaultInstance().newTransformer();
    transformer.setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, "yes");
    StringWriter text = new StringWriter();
    transformer.transform(new DOMSource(root), new StreamResult(text));
    return text.toString();
  }

  /** A copy: what is removed from an element vanishes from its own list at once. */
  private static List<String> names(Element element) {
    return IntStream.range(0, element.getAttributes().getLength())
        .mapToObj(i -> element.getAttributes().item(i).getNodeName())
        .toList();
  }

  /** A copy: what is moved elsewhere vanishes from an element's own list at once. */
  private static List<Element> children(Element element) {
    return IntStream.range(0, element.getChildNodes().getLength())
        .mapToObj(i -> element.getChildNodes().item(i))
        .filter(Element.class::isInstance)
        .map(Element.class::cast)
        .toList();
  }

  /**
   * Lays text out by the widths that a browser gives letters; Batik's own metrics round each to
   * whole pixels, which wraps lines that fit and puts centred ones beside the centre.
   */
  private static final class FineText extends SVGGraphics2D {

    private final Graphics2D fractional =
        new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB).createGraphics();

    FineText(SVGGeneratorContext context) {
      super(context, false);
      fractional.setRenderingHint(
          RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
    }

    @Override
    public FontMetrics getFontMetrics(Font font) {
      return fractional.getFontMetrics(font);
    }
  }
}
