package dev.heddle.planted.idiom;

import java.util.concurrent.StructuredTaskScope.Joiner;

/** One of two files that use the preview API. */
class OneScope {
  Class<?> type = Joiner.class;
}
