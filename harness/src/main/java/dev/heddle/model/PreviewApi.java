package dev.heddle.model;

import dev.heddle.scope.Scope;

/** Whether this JVM runs with preview APIs. */
final class PreviewApi {

  private PreviewApi() {}

  /**
   * Refuses to go on without the preview API, before any class that uses it is loaded.
   *
   * @throws IllegalStateException naming the flag
   */
  static void require() {
    try {
      Scope.awaitAll().close();
    } catch (UnsupportedClassVersionError noPreview) {
      throw new IllegalStateException(
          "The structured-scope model needs StructuredTaskScope, a preview API of JDK 25, and this"
              + " JVM (JDK %d) runs without it; use a JDK 25 with --enable-preview among its options"
                  .formatted(Runtime.version().feature()),
          noPreview);
    }
  }
}
