package dev.heddle.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;

/** Closes a model within a bound: something that is due in an hour must not keep it. */
final class PromptClose {

  private PromptClose() {}

  static void of(ExecutionModel model) throws InterruptedException {
    Thread closer = Thread.ofPlatform().daemon().start(model::close);
    assertThat(closer.join(Duration.ofSeconds(20))).as("closed within 20 s").isTrue();
  }
}
