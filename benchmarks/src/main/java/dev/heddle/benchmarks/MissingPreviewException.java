package dev.heddle.benchmarks;

import dev.heddle.model.Model;
import java.lang.management.ManagementFactory;
import java.util.List;

/**
 * The fork's JVM lacks {@code --enable-preview}. It has no stack trace: the sentence says all there
 * is.
 */
final class MissingPreviewException extends IllegalStateException {

  private static final long serialVersionUID = 1L;

  private MissingPreviewException(String message) {
    super(message);
    setStackTrace(new StackTraceElement[0]);
  }

  /**
   * Returns if this JVM can run the model.
   *
   * @throws MissingPreviewException naming the flag and how it got lost
   */
  static void check(Model model) {
    check(model, ManagementFactory.getRuntimeMXBean().getInputArguments());
  }

  static void check(Model model, List<String> jvmArguments) {
    if (model == Model.STRUCTURED_SCOPE && !jvmArguments.contains(ForkJvm.PREVIEW)) {
      throw new MissingPreviewException(
          "Model '%s' needs %s, which this fork's JVM was not given: -jvmArgsAppend replaces the benchmark's own arguments, so add %s to yours."
              .formatted(model.commandLineName(), ForkJvm.PREVIEW, ForkJvm.PREVIEW));
    }
  }
}
