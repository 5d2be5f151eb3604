package dev.heddle.docs;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.commonmark.ext.heading.anchor.IdGenerator;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.Text;

/** Collects what {@link Page} tells. */
final class PageVisitor extends AbstractVisitor {

  private static final Pattern HTML_LINK = Pattern.compile("\\b(?:src|srcset|href)=\"([^\"]*)\"");

  private final IdGenerator ids = IdGenerator.builder().build();
  private final Set<String> anchors = new LinkedHashSet<>();
  private final List<String> links = new ArrayList<>();
  private final List<String> blocks = new ArrayList<>();
  private final List<String> spans = new ArrayList<>();
  private final StringBuilder heading = new StringBuilder();

  Page page(Path file) {
    return new Page(file, anchors, links, blocks, spans);
  }

  @Override
  public void visit(Heading node) {
    heading.setLength(0);
    visitChildren(node);
    anchors.add(ids.generateId(heading.toString()));
  }

  @Override
  public void visit(Text node) {
    heading.append(node.getLiteral());
  }

  @Override
  public void visit(Code node) {
    heading.append(node.getLiteral());
    spans.add(node.getLiteral());
  }

  @Override
  public void visit(FencedCodeBlock node) {
    blocks.add(node.getLiteral());
  }

  @Override
  public void visit(IndentedCodeBlock node) {
    blocks.add(node.getLiteral());
  }

  @Override
  public void visit(Link node) {
    links.add(node.getDestination());
    visitChildren(node);
  }

  @Override
  public void visit(Image node) {
    links.add(node.getDestination());
    visitChildren(node);
  }

  @Override
  public void visit(HtmlBlock node) {
    addHtmlLinks(node.getLiteral());
  }

  @Override
  public void visit(HtmlInline node) {
    addHtmlLinks(node.getLiteral());
  }

  private void addHtmlLinks(String html) {
    if (!html.startsWith("<!--")) {
      HTML_LINK.matcher(html).results().map(result -> result.group(1)).forEach(links::add);
    }
  }
}
