package dev.heddle.docs;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Follows the links of pages that lead to other files of the repository. Where others lead is not
 * looked at: tests have no network.
 *
 * @param repository what they must stay in
 */
record Links(Repository repository) {

  /** What is wrong with a page's links, one sentence each. */
  List<String> broken(Page page) {
    return page.links().stream().flatMap(link -> problem(page, link).stream()).toList();
  }

  private Optional<String> problem(Page page, String link) {
    URI uri = URI.create(link);
    if (uri.isAbsolute()) {
      return Optional.empty();
    }
    String path = Optional.ofNullable(uri.getPath()).orElse("");
    Path target = path.isEmpty() ? page.file() : page.file().resolveSibling(path).normalize();
    if (!Files.exists(target) || !repository.isKept(target)) {
      return Optional.of("%s: link '%s' leads to no file of the repository".formatted(page, link));
    }
    String fragment = uri.getFragment();
    if (fragment == null || anchors(page, target).contains(fragment)) {
      return Optional.empty();
    }
    return Optional.of(
        "%s: link '%s' names no heading; there are: %s"
            .formatted(page, link, anchors(page, target)));
  }

  private static List<String> anchors(Page page, Path target) {
    if (target.equals(page.file())) {
      return List.copyOf(page.anchors());
    }
    return target.toString().endsWith(".md") ? List.copyOf(Page.read(target).anchors()) : List.of();
  }
}
