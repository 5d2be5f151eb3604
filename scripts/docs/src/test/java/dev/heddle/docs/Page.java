package dev.heddle.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.commonmark.parser.Parser;

/**
 * A Markdown file.
 *
 * @param file where it is
 * @param anchors what a fragment can name: its headings, as GitHub spells them
 * @param links where its links and images lead, as written
 * @param blocks its blocks of code
 * @param spans its code inside text
 */
record Page(
    Path file, Set<String> anchors, List<String> links, List<String> blocks, List<String> spans) {

  static Page read(Path file) {
    try {
      return parse(file, Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Page parse(Path file, String markdown) {
    PageVisitor visitor = new PageVisitor();
    Parser.builder().build().parse(markdown).accept(visitor);
    return visitor.page(file);
  }

  /** The commands of Heddle and of its jars that it shows. */
  List<ShownCommand> commands() {
    return ShownCommand.in(this);
  }

  @Override
  public String toString() {
    return file.toString();
  }
}
