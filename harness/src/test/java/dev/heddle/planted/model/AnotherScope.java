package dev.heddle.planted.model;

import java.util.concurrent.StructuredTaskScope.Joiner;

/** One of two files that use the preview API. */
class AnotherScope {
  Class<?> type = Joiner.class;
}
