package dev.heddle.benchmarks.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 1, unit = TimeUnit.MINUTES)
class ForkWatchTest {

  private final ForkWatch watch = new ForkWatch();

  @Test
  void aForkPastItsLimitIsEnded() throws Exception {
    try (ForkWatch.Watched watched = watch.begin(Duration.ZERO)) {
      Process fork = startFork();

      assertThat(fork.waitFor()).isNotZero();
      assertThat(watched.killed()).hasValueSatisfying(why -> assertThat(why).contains("no end"));
    }
  }

  @Test
  void aLookThatComesAfterTheEndSparesTheNextFork() throws Exception {
    ForkWatch.Watched watched = watch.begin(Duration.ZERO);
    watched.close();
    Process next = startFork();

    watched.look();
    next.getOutputStream().close();

    assertThat(next.waitFor()).isZero();
    assertThat(watch.reason()).isEmpty();
  }

  /** A process that ends well at the end of its input. */
  private static Process startFork() throws IOException {
    return new ProcessBuilder("cat").start();
  }
}
